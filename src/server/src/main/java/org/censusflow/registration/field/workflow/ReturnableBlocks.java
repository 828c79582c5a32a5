package org.censusflow.registration.field.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.form.FormValues;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;
import org.springframework.stereotype.Component;

/**
 * The blocks that the form of an acceptance offers to whoever returns it: all of an area; of a
 * subdistrict and of the district, which have hundreds and thousands, the first that fall short of
 * the district's rule by their own figures. In the order of their codes: figures rank nobody.
 */
@Component("returnableBlocks")
public class ReturnableBlocks {

  static final int MOST = 100;

  private final FieldInstance instance;
  private final Progress progress;

  ReturnableBlocks(FieldInstance instance, Progress progress) {
    this.instance = instance;
    this.progress = progress;
  }

  private record Choice(String code, String label) {}

  private record Offer(int blocks, List<Choice> choices) {}

  /** The options of the list; null when it has none. */
  public Object options(DelegateExecution execution) {
    List<Choice> choices = offer(execution).choices();
    return choices.isEmpty()
        ? null
        : FormValues.options(choices.stream().limit(MOST).toList(), Choice::label, Choice::code);
  }

  /** What the list leaves out; null for an area, whose blocks are all in it. */
  public String note(DelegateExecution execution) {
    if (level(execution) == Level.AREA) {
      return null;
    }
    Offer offer = offer(execution);
    int found = offer.choices().size();
    String whole = "本级 " + offer.blocks() + " 个小区";
    if (found == 0) {
      return whole + "各自的指标都达标，没有列出小区。";
    }
    String listed = whole + "中，有 " + found + " 个自身指标未达标，按编码顺序列在“返工的小区”中（不是排名）";
    return found <= MOST
        ? listed + "。"
        : listed + "：本次列出前 %d 个，另有 %d 个没有列出，待所列小区返工、再次验收时列出。".formatted(MOST, found - MOST);
  }

  private Offer offer(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    Level level = level(execution);
    String code = FieldInstance.text(execution, "unitCode");
    GateTable table = GateTable.of(execution, instance.district(execution));
    Map<String, Integer> questions = progress.openQuestionsByBlock(censusId, level, code);
    List<Progress.Part> blocks = progress.blocks(censusId, level, code);
    List<Choice> choices = new ArrayList<>();
    for (Progress.Part block : blocks) {
      String shortfall = table.shortfall(block.figures(), questions.getOrDefault(block.code(), 0));
      String label = "%s（%s）".formatted(block.name(), block.code());
      if (shortfall != null) {
        choices.add(new Choice(block.code(), label + "：" + shortfall));
      } else if (level == Level.AREA) {
        choices.add(new Choice(block.code(), label));
      }
    }
    return new Offer(blocks.size(), choices);
  }

  private static Level level(DelegateExecution execution) {
    return Level.valueOf(FieldInstance.text(execution, "level"));
  }
}
