package org.censusflow.sample.population;

import java.util.Locale;

/**
 * The departments' files. The number begins the record ids of a supply, so that none occurs twice
 * in the district.
 */
enum SampleSupply {
  HOUSEHOLD_REGISTER(
      11,
      "record_id,household_register_no,name,relation,id_number,sex,birth_date,ethnicity,address,status,as_of"),
  BIRTHS(12, "record_id,certificate_no,name,sex,birth_date,mother_name,mother_id_number,address"),
  DEATHS(13, SampleSupply.DEATH_COLUMNS),
  FUNERALS(14, SampleSupply.DEATH_COLUMNS),
  INSURED_DEATHS(15, SampleSupply.DEATH_COLUMNS),
  STUDENTS(16, "record_id,school,school_address,boarding,name,id_number,sex,birth_date,address"),
  SOCIAL_INSURED(17, SampleSupply.INSURED_COLUMNS),
  MEDICAL_INSURED(18, SampleSupply.INSURED_COLUMNS),
  TAXPAYERS(19, SampleSupply.INSURED_COLUMNS),
  EMPLOYMENT(20, SampleSupply.INSURED_COLUMNS),

  /** Everyone insured in one register, for a district that keeps pensions and health together. */
  INSURED(21, SampleSupply.INSURED_COLUMNS);

  private static final String DEATH_COLUMNS =
      "record_id,name,id_number,sex,birth_date,death_date,address";
  private static final String INSURED_COLUMNS =
      "record_id,name,id_number,sex,birth_date,address,organisation";

  final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
  final int number;
  final String header;

  SampleSupply(int number, String header) {
    this.number = number;
    this.header = header;
  }

  /**
   * A record id that tells nothing of the order in which records arose: 397204093 runs through all
   * of 0..999999936.
   */
  String recordId(long count) {
    return number + Texts.padded(count * 397_204_093L % 999_999_937L, 9);
  }
}
