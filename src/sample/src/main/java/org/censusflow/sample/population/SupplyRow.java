package org.censusflow.sample.population;

import java.time.LocalDate;

/** A record in a department's file; what it says may be wrong. */
final class SupplyRow extends Identity {

  final SampleSupply supply;
  Address address;

  /** The address as the register writes it. */
  String written;

  String status = "normal";
  int relation;
  Household household;
  Person mother;
  String school;
  String schoolAddress;
  boolean boarding;
  LocalDate death;
  String organisation;

  /** The record's number, given when the record is written. */
  String recordId;

  SupplyRow(SampleSupply supply, Person person, Address address) {
    super(person);
    this.supply = supply;
    this.relation = person.relation;
    this.address = address;
    this.written = address.full();
  }

  /**
   * @param id the record's number
   */
  String line(String id, LocalDate asOf) {
    StringBuilder out = new StringBuilder(160).append(id).append(',');
    switch (supply) {
      case HOUSEHOLD_REGISTER -> {
        out.append(household.registerNumber).append(',');
        named(out).append(relation).append(',');
        identity(out).append(ethnicity).append(',');
        Texts.field(out, written);
        out.append(',').append(status).append(',').append(asOf);
      }
      case BIRTHS -> {
        out.append('C').append(id, 2, 11).append(',');
        named(out).append(male ? "1," : "2,").append(birth).append(',');
        Texts.field(out, mother.name);
        out.append(',').append(mother.id).append(',');
        Texts.field(out, written);
      }
      case DEATHS, FUNERALS, INSURED_DEATHS -> {
        identity(named(out)).append(death).append(',');
        Texts.field(out, written);
      }
      case STUDENTS -> {
        out.append(school)
            .append(',')
            .append(schoolAddress)
            .append(',')
            .append(boarding)
            .append(',');
        identity(named(out));
        Texts.field(out, written);
      }
      default -> {
        identity(named(out));
        Texts.field(out, written);
        out.append(',');
        Texts.field(out, organisation);
      }
    }
    return out.append('\n').toString();
  }

  private StringBuilder named(StringBuilder out) {
    Texts.field(out, name);
    return out.append(',');
  }

  private StringBuilder identity(StringBuilder out) {
    return out.append(this.id).append(male ? ",1," : ",2,").append(birth).append(',');
  }
}
