package dev.autogen.inspect.entity;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.spi.ValidationProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.hibernate.HibernateException;
import org.hibernate.boot.beanvalidation.ValidationMode;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;

/**
 * Applies the constraints of Jakarta Validation to the columns, as a session factory does while it
 * is built: {@code @NotNull}, {@code @Size}, {@code @Digits}, {@code @Min} and their kin.
 *
 * <p>It acts where the application has a provider and does not turn it off, and uses that provider.
 */
final class BeanValidation {

  private static final String MODE = "jakarta.persistence.validation.mode";
  private static final String APPLY = "hibernate.validator.apply_to_ddl";
  private static final String INTERPOLATOR =
      "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

  private final EntityClassLoader loader;
  private final Map<String, Object> settings;

  BeanValidation(EntityClassLoader loader, Map<String, Object> settings) {
    this.loader = loader;
    this.settings = settings;
  }

  void apply(MetadataImplementor metadata, StandardServiceRegistry registry) {
    if (!loader.hasValidation() || !isWanted()) {
      return;
    }
    try (ValidatorFactory factory = factory()) {
      ClassLoaderAccess access =
          new ClassLoaderAccessImpl(null, registry.requireService(ClassLoaderService.class));
      activator()
          .invoke(
              null,
              factory,
              metadata.getEntityBindings(),
              settings,
              metadata.getDatabase().getDialect(),
              access);
    } catch (NoProviderFoundException e) {
      // An application without a provider validates nothing: Hibernate's mode "auto".
    } catch (InvocationTargetException e) {
      throw new HibernateException("The validation constraints cannot be applied", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Hibernate applies constraints in another way now.", e);
    }
  }

  private boolean isWanted() {
    Set<ValidationMode> modes = ValidationMode.parseValidationModes(settings.get(MODE));
    boolean applied = !"false".equals(String.valueOf(settings.getOrDefault(APPLY, "true")));
    return applied && (modes.contains(ValidationMode.AUTO) || modes.contains(ValidationMode.DDL));
  }

  /** By default, the tool's own class path would be searched too. */
  private List<ValidationProvider<?>> providers() {
    List<ValidationProvider<?>> found = new ArrayList<>();
    ServiceLoader.load(ValidationProvider.class, loader).forEach(found::add);
    return found;
  }

  /** Without messages in an expression language, whose implementation may not be there. */
  private ValidatorFactory factory() {
    Configuration<?> configuration =
        Validation.byDefaultProvider().providerResolver(this::providers).configure();
    try {
      Class<?> interpolator = Class.forName(INTERPOLATOR, true, loader);
      configuration.messageInterpolator(
          (MessageInterpolator) interpolator.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      // Another provider: it starts as it starts by default.
    }
    return configuration.buildValidatorFactory();
  }

  /** Public and static in a class that is not public: there is no other way to it. */
  private static Method activator() throws ReflectiveOperationException {
    Method method =
        Class.forName("org.hibernate.boot.beanvalidation.TypeSafeActivator")
            .getDeclaredMethod(
                "applyRelationalConstraints",
                ValidatorFactory.class,
                Collection.class,
                Map.class,
                Dialect.class,
                ClassLoaderAccess.class);
    method.setAccessible(true);
    return method;
  }
}
