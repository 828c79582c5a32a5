package org.censusflow.linkage;

import java.util.List;

/**
 * One person of whom census and registers say different things, with everything found about that
 * person.
 *
 * @param <C> what the classifier answers, one for each difference class
 * @param pattern the outcome pattern
 * @param classes the classes that the classifier gave, never empty
 * @param censusRow key of the person's census row, {@code null} when the census does not have the
 *     person
 * @param secondCensusRow key of the second "lives here" row of a duplicate, else {@code null}
 * @param registers the records that know the person, in the order of the registers
 * @param evidence what an officer reads, in Chinese; holds no person's data
 * @param block code of the block that has to look: the census row's, else the one that the
 *     register's address lies in, else {@code null}
 */
public record Finding<C>(
    Pattern pattern,
    List<C> classes,
    String censusRow,
    String secondCensusRow,
    List<RegisterReference> registers,
    List<String> evidence,
    String block) {

  public Finding {
    classes = List.copyOf(classes);
    registers = List.copyOf(registers);
    evidence = List.copyOf(evidence);
  }
}
