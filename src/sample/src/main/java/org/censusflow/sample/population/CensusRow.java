package org.censusflow.sample.population;

/** A row of the census file; what it says may be wrong. */
final class CensusRow extends Identity {

  static final String HEADER =
      "row_id,block,household_no,line_no,name,relation,id_number,sex,birth_date,ethnicity,residence,"
          + "hukou_place,address,form\n";

  RowPlace place;
  int relation;
  boolean here;
  String hukouPlace;
  boolean foreignForm;

  /** The row's number, given when the row is written. */
  long rowId;

  CensusRow(Person person, RowPlace place, boolean here, Person.Hukou hukouPlace) {
    super(person);
    this.place = place;
    this.relation = person.relation;
    this.here = here;
    this.hukouPlace = hukouPlace.code;
    this.foreignForm = person.foreign;
  }

  void appendTo(StringBuilder out, int line) {
    out.append(rowId).append(',').append(place.block().code).append(',');
    Texts.padded(out, place.household(), 3);
    out.append(',').append(line).append(',');
    Texts.field(out, name);
    out.append(',').append(relation).append(',').append(id).append(',').append(male ? '1' : '2');
    out.append(',').append(birth).append(',').append(ethnicity);
    out.append(here ? ",here," : ",absent,").append(hukouPlace).append(',');
    Texts.field(out, place.address().full());
    out.append(foreignForm ? ",foreign\n" : ",short\n");
  }
}
