package org.censusflow.base.districtfile;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.district.Clauses;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.HolidayCalendar;
import org.springframework.core.io.Resource;

/** Everything that the files say, read once and free of faults. */
public record DistrictData(Districts districts, Clauses clauses, HolidayCalendar calendar) {

  /**
   * @throws DistrictFilesInvalid with all faults of all files
   */
  public static DistrictData load(String location) {
    List<Resource> resources = new FilePlaces().districtsAt(location);
    if (resources.isEmpty()) {
      throw new DistrictFilesInvalid(
          List.of(new Fault(location, "", "no district file here; give one or correct the place")));
    }
    return of(resources);
  }

  /**
   * @throws DistrictFilesInvalid with all faults of all files
   */
  public static DistrictData of(List<Resource> resources) {
    List<Fault> faults = new ArrayList<>();
    DistrictFiles files = new DistrictFiles(faults);
    DistrictSchema schema = new DistrictSchema();
    Clauses clauses = files.clausesFor(resources);
    HolidayCalendar calendar = files.calendarFor(resources);
    List<DistrictFile> read = new ArrayList<>();
    resources.forEach(resource -> files.readTree(resource).ifPresent(read::add));
    for (DistrictFile file : read) {
      faults.addAll(schema.faults(file.name(), file.tree()));
      faults.addAll(new DistrictChecks(file.name(), file.tree(), clauses, calendar).faults());
    }
    faults.addAll(CrossFileChecks.faults(read));
    List<District> districts = new ArrayList<>();
    if (faults.isEmpty()) {
      read.forEach(file -> files.bind(file, District.class).ifPresent(districts::add));
    }
    if (!faults.isEmpty()) {
      throw new DistrictFilesInvalid(faults);
    }
    return new DistrictData(new Districts(districts), clauses, calendar);
  }
}
