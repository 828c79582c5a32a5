package org.censusflow.base.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.CleanableHistoricDecisionInstanceReport;
import org.camunda.bpm.engine.history.CleanableHistoricProcessInstanceReport;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricCaseActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;

/**
 * Keeps the engine's statistics inside the caller's district. The engine checks tenants in its
 * lists and counts, but some statistics know only the tenant of the definition, and ours is shared:
 * they would count every district's instances. They are narrowed to the caller's own, or refused
 * where the engine offers no way to narrow them. Administrators see all.
 */
class CrossDistrictGuard extends CommandInterceptor {

  private static final Set<Class<?>> OF_THE_WHOLE_ENGINE =
      Set.of(
          MetricsQueryImpl.class,
          GetUniqueTaskWorkerCountCmd.class,
          HistoricDecisionInstanceStatisticsQueryImpl.class,
          HistoricCaseActivityStatisticsQueryImpl.class);

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    if (context.getTenantManager().isTenantCheckEnabled()) {
      keepInside(command, context);
    }
    return next.execute(command);
  }

  private static void keepInside(Command<?> command, CommandContext context) {
    if (OF_THE_WHOLE_ENGINE.contains(command.getClass())) {
      throw new AuthorizationException("CF-E103 这项统计不分区划，只供系统管理员查询。");
    }
    if (command instanceof HistoricActivityStatisticsQueryImpl statistics) {
      statistics.processInstanceIdIn(ownInstances(statistics, context));
    } else if (command instanceof CleanableHistoricProcessInstanceReport report) {
      report.tenantIdIn(own(context));
    } else if (command instanceof CleanableHistoricDecisionInstanceReport report) {
      report.tenantIdIn(own(context));
    }
  }

  /** The instances that the caller's own query finds, and of them those that were asked for. */
  private static String[] ownInstances(
      HistoricActivityStatisticsQueryImpl statistics, CommandContext context) {
    String[] asked = statistics.getProcessInstanceIds();
    Predicate<String> wanted = asked == null ? id -> true : List.of(asked)::contains;
    String[] own =
        context
            .getProcessEngineConfiguration()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processDefinitionId(statistics.getProcessDefinitionId())
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .filter(wanted)
            .toArray(String[]::new);
    return own.length == 0 ? new String[] {"none"} : own;
  }

  private static String[] own(CommandContext context) {
    Authentication caller = context.getAuthentication();
    List<String> tenants = caller.getTenantIds();
    return tenants == null || tenants.isEmpty()
        ? new String[] {"none"}
        : Arrays.copyOf(tenants.toArray(), tenants.size(), String[].class);
  }
}
