package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.CensusSpecs;

/**
 * Fields of the populations that {@link CensusFindings} works on; each field's column bears the
 * field's name.
 */
public final class CensusFields {

  static final String ID = "id_number";
  static final String NAME = "name";
  static final String BIRTH = "birth_date";
  static final String SEX = "sex";
  static final String ADDRESS = "address";
  static final String ETHNICITY = "ethnicity";
  static final String RESIDENCE = "residence";
  static final String HUKOU_PLACE = "hukou_place";
  static final String FORM = "form";
  static final String BLOCK = "block";
  static final String HOUSEHOLD = "household_no";
  static final String STATUS = "status";
  static final String DEATH = "death_date";
  static final String BOARDING = "boarding";
  static final String SCHOOL_ADDRESS = "school_address";
  static final String MOTHER_ID = "mother_id_number";

  private CensusFields() {}

  /**
   * Key, id_number, name, birth_date, sex, address, then ethnicity, residence, hukou_place, form,
   * block, household_no.
   */
  public static List<Field> census() {
    return person(
        Field.of(ETHNICITY, Role.CODE),
        Field.of(RESIDENCE, Role.CODE),
        Field.of(HUKOU_PLACE, Role.CODE),
        Field.of(FORM, Role.CODE),
        Field.of(BLOCK, Role.CODE),
        Field.of(HOUSEHOLD, Role.CODE));
  }

  /** Key, id_number, name, birth_date, sex, address, then what the kind of register adds. */
  public static List<Field> register(RegisterKind kind) {
    return switch (kind) {
      case HOUSEHOLD -> person(Field.of(ETHNICITY, Role.CODE), Field.of(STATUS, Role.CODE));
      case BIRTH -> person(Field.of(MOTHER_ID, Role.RESIDENT_ID));
      case DEATH -> person(Field.of(DEATH, Role.DATE));
      case STUDENT -> person(Field.of(BOARDING, Role.CODE), Field.of(SCHOOL_ADDRESS, Role.ADDRESS));
      case INSURED -> person();
    };
  }

  private static List<Field> person(Field... more) {
    List<Field> fields = new ArrayList<>(CensusSpecs.census().populationFields());
    fields.addAll(List.of(more));
    return List.copyOf(fields);
  }
}
