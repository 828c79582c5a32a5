package org.censusflow.base.operations;

import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * What an expression of a model, decision or filter can reach: variables, the beans of the modules'
 * {@code workflow} packages, and of anything else only what the models read. The engine's own way
 * reaches every bean of the program, itself included, and by reflection every class of the machine,
 * so an expression that somebody smuggles in would be code.
 */
class ModelExpressions extends SpringExpressionManager {

  ModelExpressions(ApplicationContext beans) {
    super(beans);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new WorkflowBeans(applicationContext));
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    resolver.add(new ListedMembers());
    return resolver;
  }
}
