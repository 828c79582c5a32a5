package org.censusflow.district;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Finds and reads the YAML files; collects what is wrong with them instead of stopping. */
final class DistrictFiles {

  private final FilePlaces places = new FilePlaces();
  private final DistrictSchema schema = new DistrictSchema();
  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .addModule(new JavaTimeModule())
          .build();

  /** The notices' clauses: the shipped ones, and those beside the files, which win. */
  Clauses clausesFor(List<Resource> districtFiles, List<Fault> faults) {
    Map<String, ClauseFile> byNotice = new LinkedHashMap<>();
    for (Resource resource : places.beside(districtFiles, "clauses")) {
      read(resource, ClauseFile.class, faults).ifPresent(file -> byNotice.put(file.notice(), file));
    }
    List<Clause> clauses = new ArrayList<>();
    byNotice.values().forEach(file -> clauses.addAll(file.named()));
    return new Clauses(clauses);
  }

  /** The years of the calendar: the shipped ones, and those beside the files, which win. */
  HolidayCalendar calendarFor(List<Resource> districtFiles, List<Fault> faults) {
    List<HolidayCalendar.Year> years = new ArrayList<>();
    for (Resource resource : places.beside(districtFiles, "calendar")) {
      Optional<HolidayCalendar.Year> year = read(resource, HolidayCalendar.Year.class, faults);
      year.ifPresent(
          it -> {
            CalendarChecks.addFaults(FilePlaces.name(resource), it, faults);
            years.add(it);
          });
    }
    return new HolidayCalendar(years);
  }

  List<Resource> districtsAt(String location) {
    return places.districtsAt(location);
  }

  Optional<DistrictFile> readDistrict(Resource resource, List<Fault> faults) {
    String name = FilePlaces.name(resource);
    Optional<JsonNode> tree = readTree(resource, faults);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    List<Fault> structure = schema.faults(name, tree.get());
    if (!structure.isEmpty()) {
      faults.addAll(structure);
      return Optional.empty();
    }
    return bind(name, tree.get(), District.class, faults).map(it -> new DistrictFile(name, it));
  }

  private <T> Optional<T> read(Resource resource, Class<T> type, List<Fault> faults) {
    return readTree(resource, faults)
        .flatMap(tree -> bind(FilePlaces.name(resource), tree, type, faults));
  }

  private Optional<JsonNode> readTree(Resource resource, List<Fault> faults) {
    String name = FilePlaces.name(resource);
    try (InputStream in = resource.getInputStream()) {
      JsonNode tree = yaml.readTree(in);
      if (!tree.isObject()) {
        faults.add(new Fault(name, "", "holds no keys; see districts/README.md for the form"));
        return Optional.empty();
      }
      return Optional.of(tree);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String path = at == null ? "" : "line " + at.getLineNr();
      faults.add(new Fault(name, path, "is not valid YAML: " + firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      faults.add(new Fault(name, "", "cannot be read; check that it exists and may be read"));
    }
    return Optional.empty();
  }

  private <T> Optional<T> bind(String name, JsonNode tree, Class<T> type, List<Fault> faults) {
    try {
      return Optional.of(yaml.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      faults.add(new Fault(name, Paths.of(e), firstLine(e.getOriginalMessage())));
      return Optional.empty();
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }

  /** A notice with its clauses. */
  private record ClauseFile(String notice, String title, List<Clause> clauses) {

    List<Clause> named() {
      return clauses.stream()
          .map(clause -> new Clause(clause.id(), notice, clause.unit(), clause.subject()))
          .toList();
    }
  }
}
