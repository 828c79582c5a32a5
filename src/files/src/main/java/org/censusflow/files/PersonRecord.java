package org.censusflow.files;

import java.time.LocalDate;

/**
 * One record of a department's register, in the common layout; fields that a kind of record does
 * not have are null.
 *
 * @param recordId the department's own key
 * @param eventDate day of death; null where the record is not of a death
 * @param householdNo number of the household register (户号)
 * @param relatedName the mother's name on a birth record
 * @param relatedId the mother's identity number on a birth record
 * @param organisation school, employer or insurer
 * @param organisationAddress address of the school
 * @param status {@code normal} or {@code cancelled} in the household register
 * @param boarding whether a student boards at school
 * @param relation to the head of the household register, in the codes of the census form (D2)
 */
public record PersonRecord(
    String recordId,
    String name,
    String idNumber,
    String sex,
    LocalDate birthDate,
    String ethnicity,
    String address,
    LocalDate eventDate,
    String householdNo,
    String relatedName,
    String relatedId,
    String organisation,
    String organisationAddress,
    String status,
    Boolean boarding,
    String relation) {}
