package org.censusflow.base.operations;

import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/**
 * Resolves the name of a bean, if it is one that a room offers to the models, or one of the
 * instance's district.
 */
class WorkflowBeans extends ELResolver {

  private static final Pattern OFFERED =
      Pattern.compile("org\\.censusflow((\\.\\w+)+\\.workflow|\\.base\\.instance)\\..+");

  private final ApplicationContext beans;

  WorkflowBeans(ApplicationContext beans) {
    this.beans = beans;
  }

  /** Whether the object is a bean that models may call. */
  static boolean offered(Object bean) {
    return OFFERED.matcher(AopUtils.getTargetClass(bean).getName()).matches();
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null && property instanceof String name && beans.containsBean(name)) {
      Object bean = beans.getBean(name);
      if (offered(bean)) {
        context.setPropertyResolved(true);
        return bean;
      }
    }
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return Object.class;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // No model sets a bean; unresolved, the expression fails.
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  @Override
  public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
      ELContext context, Object base) {
    return null;
  }
}
