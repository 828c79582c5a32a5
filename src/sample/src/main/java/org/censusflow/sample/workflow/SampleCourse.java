package org.censusflow.sample.workflow;

import java.util.List;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.censusflow.preparation.Staff;
import org.censusflow.preparation.Staff.Team;
import org.springframework.stereotype.Component;

/**
 * The course that the sample's enumerators and supervisors have passed where the sample begins
 * after the preparation: nobody works in a block without a certificate.
 */
@Component
class SampleCourse {

  private static final String TRAINER = "sample";

  private final Staff certificates;

  SampleCourse(Staff certificates) {
    this.certificates = certificates;
  }

  /** Certifies whoever is not; again changes nothing. */
  void pass(District district, List<org.censusflow.sample.workflow.StaffMember> all) {
    String censusId = district.census().id();
    district
        .subdistricts()
        .forEach(
            part -> {
              List<String> enumerators = open(district, part.key(), GroupKind.ENUMERATORS, all);
              List<String> supervisors = open(district, part.key(), GroupKind.SUPERVISORS, all);
              List<String> both =
                  java.util.stream.Stream.concat(enumerators.stream(), supervisors.stream())
                      .distinct()
                      .toList();
              if (!both.isEmpty()) {
                String course = "sample-course-" + district.id() + "-" + part.key();
                certificates.register(course, censusId, district.id(), part.key(), "initial");
                certificates.certify(
                    course, new Team(enumerators.size(), supervisors.size()), both, null, TRAINER);
              }
            });
  }

  private List<String> open(
      District district,
      String subdistrict,
      GroupKind kind,
      List<org.censusflow.sample.workflow.StaffMember> all) {
    String group = district.group(kind, subdistrict).id();
    return all.stream()
        .filter(person -> person.groups().contains(group))
        .map(org.censusflow.sample.workflow.StaffMember::user)
        .filter(account -> !certificates.isCertified(district.census().id(), account))
        .toList();
  }
}
