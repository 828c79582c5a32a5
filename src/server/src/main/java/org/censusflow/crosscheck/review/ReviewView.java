package org.censusflow.crosscheck.review;

import java.util.List;

/**
 * What an officer sees of a task: the values of both sides and nothing that would lead them.
 * Neither the score nor the comparison's verdict is part of it; what the two judges answered is
 * shown to the lead who decides between them, without their names.
 *
 * @param stage {@code judge} or {@code decide}
 * @param open pairs that wait for an answer
 */
public record ReviewView(String stage, List<Pair> pairs, int open) {

  /**
   * A registration and a record side by side.
   *
   * @param given what the two judges answered; always empty for a judge
   * @param answer the viewer's own answer so far, or null: whoever takes a task over starts anew
   */
  public record Pair(
      long id,
      String supplyLabel,
      List<Field> fields,
      List<Given> given,
      String answer,
      String reason) {}

  /** One field of both sides, in pieces that are alike or differ; identity numbers are masked. */
  public record Field(String label, List<Piece> census, List<Piece> register) {}

  /** A piece of a value. */
  public record Piece(String text, boolean differs) {}

  /** An answer without the name of who gave it. */
  public record Given(String label, String reason) {}
}
