package dev.autogen.inspect.model.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.TenantId;

@Entity
@SecondaryTable(name = "chapter_details")
public class Chapter {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "`order`")
  int order;

  @Column(name = "`MixedCase`", length = 20)
  String mixed;

  String theLongName;

  @TenantId String tenant;

  @Column(table = "chapter_details")
  String detail;
}
