package dev.autogen.inspect.model.shop;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;

@MappedSuperclass
public abstract class Dated {

  @CreationTimestamp Instant created;

  @Version int version;
}
