package dev.autogen.inspect.model.audited;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.envers.Audited;

@Entity
@Audited
public class Invoice {

  @Id @GeneratedValue Long id;

  String number;

  @ElementCollection Set<String> labels;
}
