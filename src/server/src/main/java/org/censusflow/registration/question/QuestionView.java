package org.censusflow.registration.question;

import java.util.List;
import java.util.Map;

/**
 * What an officer sees of a block's questions.
 *
 * @param stage {@code ask}, {@code reach} or {@code check}
 * @param codes the code tables that the fields name, each in its order
 */
record QuestionView(
    String stage,
    String block,
    String label,
    List<Question> questions,
    Map<String, List<Option>> codes) {

  /**
   * @param subject the person's name; null where the household's own answers are in doubt
   * @param doubts what checks doubt now
   * @param reply what the household said; null until it was met
   * @param replyDoubts what checks doubt in the reply; null for nothing
   * @param answeredByMe whether the officer recorded the reply and so may not check it
   */
  record Question(
      long id,
      int householdNo,
      String address,
      String subject,
      String reason,
      String evidence,
      List<String> doubts,
      String state,
      List<Field> fields,
      QuestionReply reply,
      String replyDoubts,
      String escalatedNote,
      String remark,
      boolean answeredByMe) {}

  /**
   * An item with the answer in force.
   *
   * @param number the item's number on the form
   * @param codes the code table to choose from; null where none binds
   * @param answer what to begin a correction with; null for an identity number
   * @param shown the answer as staff read it, an identity number in part
   */
  record Field(
      String key,
      String number,
      String name,
      String type,
      String codes,
      String answer,
      String shown) {}

  record Option(String code, String label) {}
}
