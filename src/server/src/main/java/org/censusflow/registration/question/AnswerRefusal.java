package org.censusflow.registration.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.censusflow.registration.question.AnswerFindings.Finding;

/**
 * What a call with refused answers is answered with.
 *
 * @param message number and Chinese text, all of it
 * @param faults what refuses them, item by item
 * @param doubts what the household has to say again; alone they refuse only who has not asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnswerRefusal(String message, List<Finding> faults, List<Finding> doubts) {

  public static AnswerRefusal of(String message, AnswerFindings found) {
    return new AnswerRefusal(message, found.faults(), found.doubts());
  }
}
