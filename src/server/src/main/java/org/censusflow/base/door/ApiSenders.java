package org.censusflow.base.door;

import static org.censusflow.base.district.GroupKind.CENSUS_LEADS;
import static org.censusflow.base.district.GroupKind.CENSUS_OFFICE;
import static org.censusflow.base.district.GroupKind.ENUMERATORS;
import static org.censusflow.base.district.GroupKind.SUBDISTRICT_OFFICE;
import static org.censusflow.base.district.GroupKind.SUPERVISORS;
import static org.censusflow.base.district.GroupKind.UNIT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Who may send anything to {@code /api} at all, by the kinds of groups, asked before a body is
 * read. Each endpoint still checks district, place and task itself; what only reads needs no more
 * than a login here. A path that does not stand in the table takes nothing from anybody.
 */
@Component
class ApiSenders {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private static final GroupKind[] OFFICE = {CENSUS_OFFICE};
  private static final GroupKind[] LEADS = {CENSUS_LEADS};
  private static final GroupKind[] DEPARTMENT = {UNIT};
  private static final GroupKind[] OFFICE_AND_LEADS = {CENSUS_OFFICE, CENSUS_LEADS};
  private static final GroupKind[] OFFICES = {CENSUS_OFFICE, CENSUS_LEADS, SUBDISTRICT_OFFICE};
  private static final GroupKind[] AREA_FILES = {
    CENSUS_OFFICE, CENSUS_LEADS, SUBDISTRICT_OFFICE, UNIT
  };
  private static final GroupKind[] FIELD = {
    CENSUS_OFFICE, SUBDISTRICT_OFFICE, SUPERVISORS, ENUMERATORS
  };

  private static final List<Right> RIGHTS =
      List.of(
          put("/api/rechecks/{task}/differences/{id}", FIELD),
          put("/api/rechecks/{task}/differences/{id}/review", FIELD),
          put("/api/clerical-reviews/{task}/pairs/{id}", OFFICE_AND_LEADS),
          post("/api/pair-verdicts/{id}/retraction", LEADS),
          put("/api/rectifications/{census}/{subdistrict}/counts", DEPARTMENT),
          post("/api/censuses/{census}/questions", FIELD),
          post("/api/censuses/{census}/questions/of-checks", FIELD),
          put("/api/household-questions/{task}/questions/{id}/reply", FIELD),
          put("/api/household-questions/{task}/questions/{id}/not-reached", FIELD),
          put("/api/household-questions/{task}/questions/{id}/decision", FIELD),
          post("/api/censuses/{census}/long-form-draw", OFFICE),
          post("/api/censuses/{census}/self-enumeration", FIELD),
          post("/api/censuses/{census}/intake-jobs", OFFICE),
          post("/api/censuses/{census}/households", FIELD),
          post("/api/censuses/{census}/households/batch", FIELD),
          post("/api/areas/{census}/files/{kind}", AREA_FILES),
          post("/api/areas/{census}/boundary-changes", OFFICE_AND_LEADS),
          post("/api/areas/{census}/assignments", OFFICES),
          post("/api/areas/{census}/assignments/deal", OFFICES),
          post("/api/areas/{census}/assignments/{id}/handover", OFFICES),
          post("/api/tasks/{task}/reassignment", OFFICES),
          post("/api/requests/{request}/deliveries", DEPARTMENT),
          post("/api/record-requests/{request}/deliveries", DEPARTMENT),
          put("/api/deliveries/{id}/parts/{number}", DEPARTMENT),
          post("/api/deliveries/{id}/close", DEPARTMENT),
          post("/api/field-work/{task}/households/{number}/visits", FIELD),
          put("/api/field-work/{task}/households/{number}/recheck", FIELD),
          post("/api/field-work/{task}/doubts", FIELD));

  private final Map<String, GroupKind> kinds;

  ApiSenders(Districts districts) {
    kinds =
        districts.all().stream()
            .flatMap(district -> district.groups().stream())
            .collect(Collectors.toMap(Group::id, Group::kind));
  }

  private record Right(RequestMatcher path, Set<GroupKind> kinds) {}

  private static Right post(String pattern, GroupKind... kinds) {
    return new Right(PATH.matcher(HttpMethod.POST, pattern), Set.of(kinds));
  }

  private static Right put(String pattern, GroupKind... kinds) {
    return new Right(PATH.matcher(HttpMethod.PUT, pattern), Set.of(kinds));
  }

  /** Whether some of the caller's groups may send to the path, or nothing is sent. */
  boolean maySend(Caller caller, HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return true;
    }
    Set<GroupKind> own = EnumSet.noneOf(GroupKind.class);
    caller.groups().stream().filter(kinds::containsKey).map(kinds::get).forEach(own::add);
    return RIGHTS.stream()
        .filter(right -> right.path().matches(request))
        .anyMatch(right -> right.kinds().stream().anyMatch(own::contains));
  }
}
