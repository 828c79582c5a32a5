package org.censusflow.base.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.districtfile.DistrictFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Every endpoint that takes something stands in the table of who may send to it. */
class ApiSendersTests {

  private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD);

  private final Districts districts = DistrictFolder.load(Districts.DEFAULT_LOCATION);
  private final ApiSenders senders = new ApiSenders(districts);

  private record Endpoint(RequestMethod method, String path) {}

  @Test
  void whoIsInEveryGroupMaySendEverywhereAndWhoIsInNoneNowhere() {
    District district = districts.all().iterator().next();
    Set<String> groups = district.groups().stream().map(Group::id).collect(Collectors.toSet());
    Caller all = new Caller("all", groups, Set.of(district.id()));
    Caller none = new Caller("none", Set.of(), Set.of(district.id()));
    List<Endpoint> endpoints = endpointsThatTake();

    assertThat(endpoints).hasSizeGreaterThan(20);
    assertThat(endpoints).allMatch(endpoint -> maySend(all, endpoint));
    assertThat(endpoints).noneMatch(endpoint -> maySend(none, endpoint));
    assertThat(maySend(all, new Endpoint(RequestMethod.POST, "/api/no-such-thing"))).isFalse();
    assertThat(maySend(none, new Endpoint(RequestMethod.GET, "/api/forms"))).isTrue();
  }

  /** For each path a kind that may send there and one that works beside it and may not. */
  @ParameterizedTest
  @CsvSource({
    "POST, /api/censuses/c/intake-jobs, CENSUS_OFFICE, SUBDISTRICT_OFFICE",
    "POST, /api/censuses/c/long-form-draw, CENSUS_OFFICE, ENUMERATORS",
    "POST, /api/censuses/c/households, ENUMERATORS, UNIT",
    "POST, /api/censuses/c/self-enumeration, ENUMERATORS, UNIT",
    "POST, /api/censuses/c/questions, SUPERVISORS, UNIT",
    "PUT, /api/household-questions/t/questions/1/decision, SUPERVISORS, CENSUS_LEADS",
    "PUT, /api/rechecks/t/differences/1/review, SUPERVISORS, UNIT",
    "PUT, /api/clerical-reviews/t/pairs/1, CENSUS_LEADS, SUBDISTRICT_OFFICE",
    "POST, /api/pair-verdicts/1/retraction, CENSUS_LEADS, CENSUS_OFFICE",
    "PUT, /api/rectifications/c/s/counts, UNIT, CENSUS_OFFICE",
    "POST, /api/areas/c/files/blocks, UNIT, ENUMERATORS",
    "POST, /api/areas/c/boundary-changes, CENSUS_OFFICE, SUBDISTRICT_OFFICE",
    "POST, /api/areas/c/assignments, SUBDISTRICT_OFFICE, SUPERVISORS",
    "POST, /api/tasks/t/reassignment, SUBDISTRICT_OFFICE, SUPERVISORS",
    "POST, /api/requests/r/deliveries, UNIT, CENSUS_OFFICE",
    "POST, /api/record-requests/r/deliveries, UNIT, CENSUS_LEADS",
    "PUT, /api/deliveries/1/parts/1, UNIT, CENSUS_OFFICE",
    "POST, /api/deliveries/1/close, UNIT, CENSUS_OFFICE",
    "POST, /api/field-work/t/doubts, ENUMERATORS, CENSUS_LEADS"
  })
  void noneSendsWhatIsAnothersMatter(
      RequestMethod method, String path, GroupKind may, GroupKind mayNot) {
    Endpoint endpoint = new Endpoint(method, path);
    assertThat(maySend(only(may), endpoint)).isTrue();
    assertThat(maySend(only(mayNot), endpoint)).isFalse();
  }

  private Caller only(GroupKind kind) {
    District district = districts.all().iterator().next();
    Set<String> groups =
        district.groups().stream()
            .filter(group -> group.kind() == kind)
            .map(Group::id)
            .collect(Collectors.toSet());
    return new Caller("one", groups, Set.of(district.id()));
  }

  private boolean maySend(Caller caller, Endpoint endpoint) {
    String path = endpoint.path().replaceAll("\\{[^}]+}", "x");
    MockHttpServletRequest request = new MockHttpServletRequest(endpoint.method().name(), path);
    return senders.maySend(caller, request);
  }

  private static List<Endpoint> endpointsThatTake() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    List<Endpoint> endpoints = new ArrayList<>();
    scanner.findCandidateComponents("org.censusflow").stream()
        .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
        .forEach(type -> addEndpoints(type, endpoints));
    return endpoints;
  }

  private static void addEndpoints(Class<?> type, List<Endpoint> endpoints) {
    RequestMapping whole = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
    String prefix = whole == null ? "" : whole.path()[0];
    for (Method method : type.getDeclaredMethods()) {
      RequestMapping mapping =
          AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      if (mapping != null && !READING.contains(mapping.method()[0])) {
        String path = mapping.path().length == 0 ? "" : mapping.path()[0];
        endpoints.add(new Endpoint(mapping.method()[0], prefix + path));
      }
    }
  }
}
