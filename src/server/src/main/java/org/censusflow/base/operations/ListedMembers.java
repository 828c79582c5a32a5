package org.censusflow.base.operations;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Reads properties and calls methods of objects: of the modules' beans all, of others the listed.
 */
class ListedMembers extends BeanELResolver {

  private static final Map<Class<?>, Set<String>> LISTED =
      Map.of(
          DelegateExecution.class, Set.of("processBusinessKey"),
          DmnDecisionTableResult.class, Set.of("getSingleResult"),
          DmnDecisionRuleResult.class, Set.of("getEntry"),
          DmnDecisionResult.class, Set.of("getSingleResult"),
          DmnDecisionResultEntries.class, Set.of("getEntry"),
          Collection.class, Set.of("size", "isEmpty", "contains"));

  ListedMembers() {
    super(true);
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null) {
      return null;
    }
    mustBeListed(base, property);
    return super.getValue(context, base, property);
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base == null) {
      return null;
    }
    mustBeListed(base, method);
    return super.invoke(context, base, method, types, arguments);
  }

  private static void mustBeListed(Object base, Object member) {
    boolean bean = WorkflowBeans.offered(base) && !declaredByObject(member);
    boolean listed =
        bean
            || LISTED.entrySet().stream()
                .anyMatch(it -> it.getKey().isInstance(base) && it.getValue().contains(member));
    if (!listed) {
      throw new ELException(
          "CF-E143 An expression may not reach " + base.getClass().getName() + "." + member);
    }
  }

  private static boolean declaredByObject(Object member) {
    return "class".equals(member)
        || java.util.Arrays.stream(Object.class.getMethods())
            .anyMatch(method -> method.getName().equals(member));
  }
}
