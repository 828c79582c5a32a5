package org.censusflow.mapping.listing.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.mapping.AreaDelimitationProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.listing.AreaAcceptance;
import org.springframework.stereotype.Component;

/** A task that asks for files is done when they have come in; one sent back, when new ones have. */
@Component
class AreaFilesRule implements TaskRule {

  private static final Map<String, List<AreaFileKind>> WANTED =
      Map.of(
          AreaDelimitationProcess.DELIVER_AREA_FILES,
          List.of(AreaFileKind.BLOCKS, AreaFileKind.OUTLINES),
          AreaDelimitationProcess.HELP_DRAWING,
          List.of(AreaFileKind.OUTLINES),
          AreaDelimitationProcess.LIST_BUILDINGS,
          List.of(AreaFileKind.DWELLINGS));

  private final AreaAcceptance areas;

  AreaFilesRule(AreaAcceptance areas) {
    this.areas = areas;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return WANTED.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    List<Optional<Instant>> taken =
        WANTED.get(task.getTaskDefinitionKey()).stream().map(kind -> last(task, kind)).toList();
    if (taken.stream().anyMatch(Optional::isEmpty)) {
      throw new TaskRefused("CF-E817 还没有上传所要的文件，或者文件没有导入成功。");
    }
    boolean again =
        task.getTaskDefinitionKey().equals(AreaDelimitationProcess.HELP_DRAWING)
            || task.getTaskDefinitionKey().equals(AreaDelimitationProcess.DELIVER_AREA_FILES)
                && !FormValues.text(task, "returnReason", "").isEmpty();
    Instant asked = task.getCreateTime().toInstant();
    boolean anything =
        taken.stream().flatMap(Optional::stream).anyMatch(at -> at.isAfter(asked))
            || last(task, AreaFileKind.AREAS).filter(at -> at.isAfter(asked)).isPresent();
    if (again && !anything) {
      throw new TaskRefused("CF-E817 请先按检查结果改正并重新上传文件，再完成本任务。");
    }
  }

  private Optional<Instant> last(DelegateTask task, AreaFileKind kind) {
    return areas.lastTaken(
        FormValues.text(task, "censusId", ""), FormValues.text(task, "subdistrict", ""), kind);
  }
}
