package org.censusflow.base.access.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.censusflow.base.access.Administrator;
import org.censusflow.base.access.AdministratorRefused;
import org.censusflow.base.access.PublishedAccount;
import org.censusflow.base.access.PublishedAccounts;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
  private final List<PublishedAccount> published;
  private final GroupSetup groups;
  private final RightsSetup rights;
  private final ProcessStarters starters;
  private final FilterSetup filters;
  private final AccountSetup accounts;
  private final TransactionOperations transaction;

  Provisioning(
      Districts districts,
      Administrator administrator,
      ObjectProvider<PublishedAccounts> published,
      GroupSetup groups,
      RightsSetup rights,
      ProcessStarters starters,
      FilterSetup filters,
      AccountSetup accounts,
      TransactionOperations transaction) {
    this.districts = districts;
    this.administrator = administrator;
    this.published = published.stream().flatMap(it -> it.all().stream()).toList();
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
    groups.ensureGroup(Administrator.GROUP, "系统管理员", "SYSTEM");
    districts.all().forEach(groups::ensure);
    int changed = rights.ensure(grants());
    ensureAdministrator();
    published.forEach(
        it -> accounts.ensure(it.user(), it.name(), "（示例）", it.password(), it.groups()));
    LOG.info(
        "ACCESS-01 Provisioned {} districts, {} published accounts; {} grants made",
        districts.all().size(),
        published.size(),
        changed);
  }

  private void ensureAdministrator() {
    if (administrator.published()) {
      return;
    }
    if (accounts.wouldRefuse(administrator.user(), administrator.password())) {
      throw AdministratorRefused.weakPassword();
    }
    List<String> groups = List.of(Administrator.GROUP);
    accounts.ensure(administrator.user(), "系统", "管理员", administrator.password(), groups);
  }

  private List<Grant> grants() {
    Map<StaffFilter, String> filterIds = new EnumMap<>(StaffFilter.class);
    Arrays.stream(StaffFilter.values()).forEach(it -> filterIds.put(it, filters.ensure(it)));
    List<Grant> grants = new ArrayList<>();
    for (Resources resource : Resources.values()) {
      grants.add(Grant.of(Administrator.GROUP, resource, Grant.ANY, Permissions.ALL));
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
