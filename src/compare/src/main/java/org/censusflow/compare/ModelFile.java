package org.censusflow.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.matching.MatchModel;

/** A learnt model as YAML; the weights are written for the reader and ignored when read. */
final class ModelFile {

  private ModelFile() {}

  static void write(MatchModel model, Path file) throws IOException {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (MatchModel.FieldModel field : model.fields()) {
      List<Map<String, Object>> levels = new ArrayList<>();
      for (MatchModel.LevelModel level : field.levels()) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("label", level.label());
        figures.put("m", level.m());
        figures.put("u", level.u());
        figures.put("weight", Math.round(level.weight() * 100) / 100.0);
        levels.add(figures);
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("field", field.field());
      entry.put("levels", levels);
      fields.add(entry);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("prior", model.prior());
    root.put("fields", fields);
    root.put("related", model.related());
    root.put("groups", model.groups());
    try (NewFile target = new NewFile(file)) {
      new YAMLMapper().writeValue(target.path().toFile(), root);
      target.keep();
    }
  }

  /**
   * Reads a model back.
   *
   * @throws IllegalArgumentException when it is none
   */
  static MatchModel read(Path file) throws IOException {
    MatchModel model;
    try {
      model =
          YAMLMapper.builder()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(file.toFile(), MatchModel.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("--model " + file + ": not a model of a run", e);
    }
    boolean sound = model != null && share(model.prior());
    for (MatchModel.FieldModel field : sound ? model.fields() : List.<MatchModel.FieldModel>of()) {
      for (MatchModel.LevelModel level : field.levels()) {
        sound &= share(level.m()) && share(level.u());
      }
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "--model " + file + ": prior, m and u must be shares above 0 and up to 1");
    }
    return model;
  }

  private static boolean share(double value) {
    return value > 0 && value <= 1;
  }
}
