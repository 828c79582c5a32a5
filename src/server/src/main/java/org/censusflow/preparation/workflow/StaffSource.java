package org.censusflow.preparation.workflow;

/** Where enumerators and supervisors come from: the sources that the notice names. */
enum StaffSource {
  CADRES("cadres", "fromCadres", "社区干部"),
  GRID_WORKERS("grid-workers", "fromGridWorkers", "网格员"),
  FIRMS("firms", "fromFirms", "企事业职工"),
  TEACHERS("teachers", "fromTeachers", "教师"),
  STUDENTS("students", "fromStudents", "学生"),
  PROPERTY_STAFF("property-staff", "fromPropertyStaff", "物业人员"),
  VOLUNTEERS("volunteers", "fromVolunteers", "志愿者"),
  SECONDED("seconded", "fromSeconded", "成员单位借调人员");

  private final String key;
  private final String field;
  private final String label;

  StaffSource(String key, String field, String label) {
    this.key = key;
    this.field = field;
    this.label = label;
  }

  String key() {
    return key;
  }

  /** The form's field that counts these people. */
  String field() {
    return field;
  }

  String label() {
    return label;
  }
}
