package org.censusflow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever publishes an event does it inside a transaction: the method is {@code @Transactional}, or
 * runs a {@link TransactionTemplate}, or is private and reached from such methods only. A call from
 * the same class passes by the annotation, so the caller must hold a transaction too.
 */
final class PublishInTransaction extends ArchCondition<JavaClass> {

  PublishInTransaction() {
    super("publish events inside a transaction only");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
      boolean publishes =
          call.getTarget().getName().equals("publishEvent")
              && call.getTargetOwner().isAssignableTo(ApplicationEventPublisher.class);
      if (publishes && !held(call.getOrigin(), new HashSet<>())) {
        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
      }
    }
  }

  private static boolean held(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
    if (!seen.add(unit)) {
      return true;
    }
    if (runsATransaction(unit)) {
      return true;
    }
    List<JavaCodeUnit> insiders =
        unit.getCallsOfSelf().stream()
            .map(call -> call.getOrigin())
            .filter(caller -> caller.getOwner().equals(unit.getOwner()))
            .toList();
    boolean entered = unit.getModifiers().contains(JavaModifier.PRIVATE) || annotated(unit);
    boolean reached = annotated(unit) || !insiders.isEmpty();
    return entered && reached && insiders.stream().allMatch(caller -> held(caller, seen));
  }

  private static boolean annotated(JavaCodeUnit unit) {
    return !unit.getModifiers().contains(JavaModifier.PRIVATE)
        && (unit.isAnnotatedWith(Transactional.class)
            || unit.getOwner().isAnnotatedWith(Transactional.class));
  }

  private static boolean runsATransaction(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(TransactionTemplate.class));
  }
}
