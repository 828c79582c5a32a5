package org.censusflow.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Everything that the files say, read once and free of faults. */
record DistrictData(Districts districts, Clauses clauses, HolidayCalendar calendar) {

  /**
   * @throws DistrictFilesInvalid with all faults of all files
   */
  static DistrictData load(String location) {
    DistrictFiles files = new DistrictFiles();
    List<Resource> resources = files.districtsAt(location);
    if (resources.isEmpty()) {
      throw new DistrictFilesInvalid(
          List.of(new Fault(location, "", "no district file here; give one or correct the place")));
    }
    return check(files, resources);
  }

  static DistrictData check(DistrictFiles files, List<Resource> resources) {
    List<Fault> faults = new ArrayList<>();
    Clauses clauses = files.clausesFor(resources, faults);
    HolidayCalendar calendar = files.calendarFor(resources, faults);
    List<DistrictFile> read = new ArrayList<>();
    for (Resource resource : resources) {
      Optional<DistrictFile> file = files.readDistrict(resource, faults);
      file.ifPresent(read::add);
    }
    for (DistrictFile file : read) {
      faults.addAll(new DistrictChecks(file, clauses, calendar).faults());
    }
    faults.addAll(CrossFileChecks.faults(read));
    if (!faults.isEmpty()) {
      throw new DistrictFilesInvalid(faults);
    }
    return new DistrictData(
        new Districts(read.stream().map(DistrictFile::district).toList()), clauses, calendar);
  }
}
