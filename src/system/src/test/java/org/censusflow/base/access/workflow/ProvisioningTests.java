package org.censusflow.base.access.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.censusflow.SignedIn;
import org.censusflow.base.access.PublishedAccount;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.sample.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The shipped districts in a real engine on H2. */
@SpringBootTest(
    classes = {AccessApplication.class, SampleAccounts.class},
    properties = {
      "spring.datasource.url=jdbc:h2:mem:provisioning",
      "camunda.bpm.job-execution.enabled=false",
      "spring.flyway.enabled=false"
    })
class ProvisioningTests {

  @Autowired private Provisioning provisioning;
  @Autowired private SampleAccounts sampleAccounts;
  @Autowired private IdentityService identities;
  @Autowired private AuthorizationService authorizations;
  @Autowired private FilterService filters;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  @AfterEach
  void logOut() {
    identities.clearAuthentication();
  }

  @Test
  void aSecondRunDoublesNothing() {
    List<Long> before = counts();

    provisioning.afterSingletonsInstantiated();

    assertThat(counts()).isEqualTo(before);
    assertThat(before).allMatch(count -> count > 0);
  }

  @Test
  void aRunKeepsAChangedPasswordAndAnAddedGrant() {
    identities.saveUser(withPassword("hc-tax", "Another-2020"));
    Grant extra = Grant.of("haicang-tax", Resources.APPLICATION, "tasklist", Permissions.ALL);
    new RightsSetup(authorizations).ensure(List.of(extra));

    provisioning.afterSingletonsInstantiated();

    assertThat(identities.checkPassword("hc-tax", "Another-2020")).isTrue();
    assertThat(
            authorizations
                .createAuthorizationQuery()
                .groupIdIn("haicang-tax")
                .resourceType(Resources.APPLICATION)
                .singleResult()
                .isPermissionGranted(Permissions.ALL))
        .isTrue();
  }

  @Test
  void everySampleAccountLogsInAndBelongsToItsDistrictAlone() {
    assertThat(sampleAccounts.all()).hasSizeGreaterThan(80);
    for (PublishedAccount account : sampleAccounts.all()) {
      assertThat(SignedIn.groups(identities, account.user()))
          .containsExactlyInAnyOrderElementsOf(account.groups());
      assertThat(SignedIn.tenants(identities, account.user()))
          .containsExactlyElementsOf(
              account.district() == null ? List.of() : List.of(account.district()));
    }
    assertThat(identities.checkPassword("xs-health", "Census-2020")).isTrue();
    assertThat(SignedIn.tenants(identities, "xs-health")).containsExactly("xiangshan");
  }

  @Test
  void groupsHaveChineseNamesAndAccountsAreMarkedAsSamples() {
    assertThat(identities.createGroupQuery().list())
        .allSatisfy(group -> assertThat(group.getName()).matches(".*\\p{IsHan}.*"));
    assertThat(identities.createUserQuery().userId("hc-health").singleResult().getLastName())
        .isEqualTo("（示例）");
  }

  @Test
  void staffSeeTheirFiltersAndTheOfficeAlsoTheWholeDistricts() {
    assertThat(as("hc-health", this::filterNames)).containsExactly("本单位任务", "我的任务", "逾期任务");
    assertThat(as("hc-office-1", this::filterNames))
        .containsExactly("本单位任务", "我的任务", "逾期任务", "全办任务");
    assertThat(as("hc-songyu-office", this::filterNames))
        .containsExactly("本单位任务", "我的任务", "逾期任务", "本街道任务");
  }

  @Test
  void aTaskIsSeenByItsUnitAndItsOfficeAndByNobodyOfTheOtherDistrict() {
    startHealthTask("haicang");

    assertThat(as("hc-health", () -> inFilter("本单位任务"))).hasSize(1);
    assertThat(as("hc-health", () -> inFilter("我的任务"))).isEmpty();
    assertThat(as("hc-tax", () -> tasks.createTaskQuery().count())).isZero();
    assertThat(as("hc-office-1", () -> inFilter("全办任务"))).hasSize(1);
    assertThat(as("xs-health", () -> tasks.createTaskQuery().count())).isZero();
    assertThat(as("xs-office-1", () -> inFilter("全办任务"))).isEmpty();
    assertThat(as("xs-lead", () -> runtime.createProcessInstanceQuery().count())).isZero();
    assertThat(as("hc-lead", () -> runtime.createProcessInstanceQuery().count())).isEqualTo(1);
    assertThat(as("hc-office-1", () -> runtime.createProcessInstanceQuery().count())).isZero();
  }

  @Test
  void onlyLeadsAndAdministratorsEnterCockpitAndOnlyThoseWhoAskStartAQuestion() {
    for (PublishedAccount account : sampleAccounts.all()) {
      boolean admin = account.district() == null;
      boolean lead = account.groups().stream().anyMatch(it -> it.endsWith("-census-leads"));
      assertThat(may(account, Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
          .as(account.user())
          .isEqualTo(admin || lead);
      assertThat(may(account, Permissions.ACCESS, Resources.APPLICATION, "admin")).isEqualTo(admin);
    }
    assertThat(mayAsk("hc-health")).isTrue();
    assertThat(mayAsk("hc-xinyang-office")).isTrue();
    assertThat(mayAsk("hc-xinyang-enumerator-1")).isFalse();
  }

  private boolean mayAsk(String user) {
    PublishedAccount account =
        sampleAccounts.all().stream().filter(it -> it.user().equals(user)).findFirst().get();
    return authorizations.isUserAuthorized(
        user,
        account.groups(),
        ProcessDefinitionPermissions.CREATE_INSTANCE,
        Resources.PROCESS_DEFINITION,
        PolicyQuestionProcess.KEY);
  }

  private boolean may(
      PublishedAccount account, Permissions permission, Resources resource, String id) {
    return authorizations.isUserAuthorized(
        account.user(), account.groups(), permission, resource, id);
  }

  private void startHealthTask(String district) {
    var model =
        Bpmn.createExecutableProcess("HealthTask")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .userTask("Task_Check")
            .camundaCandidateGroups("${groups.unit(execution, 'health')}")
            .camundaDueDate("${deadlines.due(execution, 'recheck')}")
            .endEvent()
            .done();
    repository
        .createDeployment()
        .tenantId(district)
        .addModelInstance("health-task.bpmn", model)
        .deploy();
    runtime.startProcessInstanceByKey("HealthTask");
  }

  private List<String> filterNames() {
    return filters.createTaskFilterQuery().list().stream()
        .sorted(Comparator.comparing(it -> (Integer) it.getProperties().get("priority")))
        .map(Filter::getName)
        .toList();
  }

  private List<Task> inFilter(String name) {
    Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
    return filters.list(filter.getId());
  }

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }

  private User withPassword(String user, String password) {
    var account = identities.createUserQuery().userId(user).singleResult();
    account.setPassword(password);
    return account;
  }

  private List<Long> counts() {
    return List.of(
        identities.createTenantQuery().count(),
        identities.createGroupQuery().count(),
        identities.createUserQuery().count(),
        authorizations.createAuthorizationQuery().count(),
        filters.createTaskFilterQuery().count());
  }
}
