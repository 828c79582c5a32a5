package org.censusflow.registration.progress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of the progress somebody may see: the census office, its leads and the leading group the
 * district, a subdistrict's office and supervisors their own part, nobody else anything.
 */
@Component
class ProgressQuery {

  private final Progress progress;
  private final Registrations registrations;
  private final Districts districts;
  private final JdbcClient jdbc;

  ProgressQuery(
      Progress progress, Registrations registrations, Districts districts, JdbcClient jdbc) {
    this.progress = progress;
    this.registrations = registrations;
    this.districts = districts;
    this.jdbc = jdbc;
  }

  /**
   * Something that is accepted as a whole.
   *
   * @param parentCode null for the district
   * @param subdistrict null for the district
   * @param status how far its acceptance is
   */
  record Unit(
      Level level,
      String code,
      String name,
      String parentCode,
      String subdistrict,
      String status) {}

  /**
   * The figures of a unit and of its parts. Whether a unit exists is told to those alone who may
   * see it.
   *
   * @throws NotEntitled when the caller has nothing to see there
   * @throws EmptyResultDataAccessException when the registration was not opened for it
   */
  ProgressView view(String censusId, Level level, String code, Caller caller) {
    String district = district(censusId, caller);
    Optional<Unit> found = find(censusId, level, code);
    if (!ofOffice(caller, district)
        && found.filter(it -> ofPart(caller, district, it.subdistrict())).isEmpty()) {
      throw new NotEntitled("区普查办、普查领导小组和所在镇街的普查办、普查指导员");
    }
    Unit unit = found.orElseThrow(() -> new EmptyResultDataAccessException(1));
    return ProgressView.of(
        new Progress.Part(
            level, code, unit.name(), unit.status(), progress.figures(censusId, level, code)),
        progress.parts(censusId, level, code));
  }

  /** What lies above, from the top that the caller sees down to the unit itself. */
  List<Unit> path(String censusId, Level level, String code, Caller caller) {
    String district = district(censusId, caller);
    Deque<Unit> path = new ArrayDeque<>();
    Optional<Unit> unit = find(censusId, level, code);
    while (unit.filter(it -> sees(caller, district, it)).isPresent()) {
      path.addFirst(unit.get());
      unit =
          unit.filter(it -> it.level() != Level.DISTRICT)
              .flatMap(it -> find(censusId, it.level().above(), it.parentCode()));
    }
    return List.copyOf(path);
  }

  private Optional<Unit> find(String censusId, Level level, String code) {
    return jdbc.sql(
            """
            select level, code, name, parent_code, subdistrict, status from acceptance
             where census_id = ? and level = ? and code = ?
            """)
        .params(censusId, level.name(), code)
        .query(Unit.class)
        .optional();
  }

  /**
   * Where the caller may look, census by census, the last opened first.
   *
   * @param level DISTRICT or SUBDISTRICT
   */
  record Place(String censusId, Level level, String code, String name) {}

  List<Place> places(Caller caller) {
    List<Place> places = new ArrayList<>();
    for (String district : caller.districts().stream().sorted().toList()) {
      for (String censusId : opened(district)) {
        places.addAll(places(censusId, districts.require(district), caller));
      }
    }
    return places;
  }

  private static List<Place> places(String censusId, District district, Caller caller) {
    if (ofOffice(caller, district.id())) {
      return List.of(new Place(censusId, Level.DISTRICT, district.id(), district.name()));
    }
    return district.subdistricts().stream()
        .filter(part -> ofPart(caller, district.id(), part.key()))
        .map(part -> new Place(censusId, Level.SUBDISTRICT, part.key(), part.name()))
        .toList();
  }

  private List<String> opened(String district) {
    return jdbc.sql(
            """
            select p.census_id from field_phase p join census c on c.id = p.census_id
             where c.district = ? order by p.opened_at desc
            """)
        .param(district)
        .query(String.class)
        .list();
  }

  /** The district of a census that is the caller's. */
  String district(String censusId, Caller caller) {
    return registrations.district(censusId, caller);
  }

  private static boolean sees(Caller caller, String district, Unit unit) {
    return ofOffice(caller, district) || ofPart(caller, district, unit.subdistrict());
  }

  static boolean ofOffice(Caller caller, String district) {
    return caller.inGroup(district + "-census-office")
        || caller.inGroup(district + "-census-leads")
        || caller.inGroup(district + "-leading-group");
  }

  private static boolean ofPart(Caller caller, String district, String subdistrict) {
    return subdistrict != null
        && (caller.inGroup(district + "-" + subdistrict + "-office")
            || caller.inGroup(district + "-" + subdistrict + "-supervisors"));
  }
}
