package org.censusflow.registration.question.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
import org.censusflow.registration.answers.Block;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.question.HouseholdQuestionAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a block's questions to somebody: the first one starts the block's instance, the others join
 * it. The one who asks holds the block's row until both are saved.
 */
@Component
class QuestionStarts {

  private final RuntimeService runtime;
  private final Registrations registrations;
  private final AsProgram asProgram;

  QuestionStarts(RuntimeService runtime, Registrations registrations, AsProgram asProgram) {
    this.runtime = runtime;
    this.registrations = registrations;
    this.asProgram = asProgram;
  }

  @EventListener
  void asked(HouseholdQuestionAsked question) {
    String key = BlockQuestions.businessKey(question.censusId(), question.block());
    asProgram.run(() -> running(key) ? null : start(key, question));
  }

  private boolean running(String key) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(key, HouseholdQuestionProcess.KEY)
            .count()
        > 0;
  }

  private ProcessInstance start(String key, HouseholdQuestionAsked question) {
    Census census = registrations.require(question.censusId());
    Block block = registrations.block(question.censusId(), question.block());
    return runtime
        .createProcessInstanceByKey(HouseholdQuestionProcess.KEY)
        .businessKey(key)
        .setVariable("district", census.district())
        .setVariable("censusId", census.id())
        .setVariable("block", block.code())
        .setVariable("subdistrict", block.subdistrict())
        .setVariable("taskSubject", block.label())
        .execute();
  }
}
