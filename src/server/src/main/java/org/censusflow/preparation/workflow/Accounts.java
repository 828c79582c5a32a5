package org.censusflow.preparation.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.censusflow.preparation.Staff;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The accounts of a subdistrict's enumerators and supervisors, as lists for forms. */
@Component
class Accounts {

  private final IdentityService identities;
  private final Staff staff;
  private final ObjectMapper json;

  Accounts(@Lazy IdentityService identities, Staff staff, ObjectMapper json) {
    this.identities = identities;
    this.staff = staff;
    this.json = json;
  }

  /** The teams' accounts that hold a certificate of the district's census, or those that do not. */
  List<String> of(District district, String subdistrict, boolean certified) {
    return Stream.of(GroupKind.SUPERVISORS, GroupKind.ENUMERATORS)
        .map(kind -> district.group(kind, subdistrict).id())
        .flatMap(group -> identities.createUserQuery().memberOfGroup(group).list().stream())
        .map(User::getId)
        .distinct()
        .sorted()
        .filter(account -> staff.isCertified(district.census().id(), account) == certified)
        .toList();
  }

  /** As options of a list that a form offers; the account is all that it shows. */
  Object options(List<String> accounts) {
    ArrayNode options = json.createArrayNode();
    accounts.forEach(account -> options.addObject().put("label", account).put("value", account));
    return Spin.JSON(options.toString());
  }
}
