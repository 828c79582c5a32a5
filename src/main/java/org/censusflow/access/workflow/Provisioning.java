package org.censusflow.access.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.censusflow.access.Administrator;
import org.censusflow.access.AdministratorRefused;
import org.censusflow.access.SampleAccounts;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.censusflow.district.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the engine's identities in line with the district files at every start: makes what is
 * missing, doubles nothing, takes nothing away. In one transaction, before the server listens.
 */
@Component
public class Provisioning implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  private final Districts districts;
  private final Administrator administrator;
  private final SampleAccounts sampleAccounts;
  private final GroupSetup groups;
  private final RightsSetup rights;
  private final ProcessStarters starters;
  private final FilterSetup filters;
  private final AccountSetup accounts;
  private final TransactionOperations transaction;

  Provisioning(
      Districts districts,
      Administrator administrator,
      SampleAccounts sampleAccounts,
      GroupSetup groups,
      RightsSetup rights,
      ProcessStarters starters,
      FilterSetup filters,
      AccountSetup accounts,
      TransactionOperations transaction) {
    this.districts = districts;
    this.administrator = administrator;
    this.sampleAccounts = sampleAccounts;
    this.groups = groups;
    this.rights = rights;
    this.starters = starters;
    this.filters = filters;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> run());
  }

  void run() {
    groups.ensureGroup(SampleAccounts.ADMINISTRATORS, "系统管理员", "SYSTEM");
    districts.all().forEach(groups::ensure);
    int changed = rights.ensure(grants());
    ensureAdministrator();
    sampleAccounts
        .all()
        .forEach(it -> accounts.ensure(it.user(), it.name(), "（示例）", it.password(), it.groups()));
    LOG.info(
        "ACCESS-01 Provisioned {} districts, {} sample accounts; {} grants made",
        districts.all().size(),
        sampleAccounts.all().size(),
        changed);
  }

  private void ensureAdministrator() {
    if (administrator.sample()) {
      return;
    }
    if (accounts.wouldRefuse(administrator.user(), administrator.password())) {
      throw AdministratorRefused.weakPassword();
    }
    List<String> groups = List.of(SampleAccounts.ADMINISTRATORS);
    accounts.ensure(administrator.user(), "系统", "管理员", administrator.password(), groups);
  }

  private List<Grant> grants() {
    Map<StaffFilter, String> filterIds = new EnumMap<>(StaffFilter.class);
    Arrays.stream(StaffFilter.values()).forEach(it -> filterIds.put(it, filters.ensure(it)));
    List<Grant> grants = new ArrayList<>();
    for (Resources resource : Resources.values()) {
      grants.add(Grant.of(SampleAccounts.ADMINISTRATORS, resource, Grant.ANY, Permissions.ALL));
    }
    for (District district : districts.all()) {
      for (Group group : district.groups()) {
        grants.addAll(StaffRights.of(group, starters.byProcess()));
        filterIds.forEach(
            (filter, id) -> {
              if (filter.isFor(group.kind())) {
                grants.add(Grant.of(group.id(), Resources.FILTER, id, Permissions.READ));
              }
            });
      }
    }
    return grants;
  }
}
