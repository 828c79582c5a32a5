package org.censusflow.base.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Gives every instance of the shared models its district. An instance without a tenant would be
 * visible to every district, so one that cannot be placed is refused.
 */
public class DistrictTenantProvider implements TenantIdProvider {

  public static final String DISTRICT = "district";

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
    DelegateExecution caller = context.getSuperExecution();
    if (caller != null && caller.getTenantId() != null) {
      return caller.getTenantId();
    }
    return districtOf(context.getVariables());
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
    return districtOf(context.getVariables());
  }

  /** A decision evaluated by a service takes the district of the instance whose step it is. */
  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    if (context.getExecution() != null) {
      return context.getExecution().getTenantId();
    }
    BpmnExecutionContext step = Context.getBpmnExecutionContext();
    return step == null ? null : step.getExecution().getTenantId();
  }

  /**
   * @throws AuthorizationException when a district is named that is not the caller's
   * @throws BadUserRequestException when none is, and the caller has not just one
   */
  public static String districtOf(VariableMap variables) {
    Object named = variables == null ? null : variables.get(DISTRICT);
    Authentication caller = Context.getCommandContext().getAuthentication();
    if (caller == null) {
      return required(named);
    }
    List<String> own = caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    if (named == null || "".equals(named)) {
      return own.size() == 1 ? own.get(0) : required(null);
    }
    boolean administrator =
        Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(caller);
    if (!own.contains(named) && !administrator) {
      throw new AuthorizationException("CF-E101 你没有区划“" + named + "”的权限，不能在该区划启动流程。");
    }
    return (String) named;
  }

  private static String required(Object named) {
    if (named instanceof String district && !district.isBlank()) {
      return district;
    }
    throw new BadUserRequestException("CF-E102 未指明区划：请提供变量 district（区划标识，如 haicang）。");
  }
}
