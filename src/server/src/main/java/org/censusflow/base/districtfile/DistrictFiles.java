package org.censusflow.base.districtfile;

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
import org.censusflow.base.district.Clause;
import org.censusflow.base.district.Clauses;
import org.censusflow.base.district.HolidayCalendar;
import org.springframework.core.io.Resource;

/** Finds and reads the YAML files; collects what is wrong with them instead of stopping. */
public final class DistrictFiles {

  private final FilePlaces places = new FilePlaces();
  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .addModule(new JavaTimeModule())
          .build();

  private final List<Fault> faults;

  public DistrictFiles(List<Fault> faults) {
    this.faults = faults;
  }

  /** The notices' clauses: the shipped ones, and those beside the files, which win. */
  Clauses clausesFor(List<Resource> districtFiles) {
    Map<String, ClauseFile> byNotice = new LinkedHashMap<>();
    for (Resource resource : places.beside(districtFiles, "clauses")) {
      readTree(resource)
          .flatMap(file -> bind(file, ClauseFile.class))
          .ifPresent(file -> byNotice.put(file.notice(), file));
    }
    List<Clause> clauses = new ArrayList<>();
    byNotice.values().forEach(file -> clauses.addAll(file.named()));
    return new Clauses(clauses);
  }

  /** The years of the calendar: the shipped ones, and those beside the files, which win. */
  HolidayCalendar calendarFor(List<Resource> districtFiles) {
    List<HolidayCalendar.Year> years = new ArrayList<>();
    for (Resource resource : places.beside(districtFiles, "calendar")) {
      readTree(resource).ifPresent(file -> readYear(file).ifPresent(years::add));
    }
    return new HolidayCalendar(years);
  }

  private Optional<HolidayCalendar.Year> readYear(DistrictFile file) {
    Optional<HolidayCalendar.Year> year = bind(file, HolidayCalendar.Year.class);
    year.ifPresent(it -> CalendarChecks.addFaults(file.name(), it, faults));
    return year;
  }

  public Optional<DistrictFile> readTree(Resource resource) {
    String name = FilePlaces.name(resource);
    try (InputStream in = resource.getInputStream()) {
      JsonNode tree = yaml.readTree(in);
      if (tree.isObject()) {
        return Optional.of(new DistrictFile(name, tree));
      }
      faults.add(new Fault(name, "", "holds no keys; see districts/README.md for the form"));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String path = at == null ? "" : "line " + at.getLineNr();
      faults.add(new Fault(name, path, "is not valid YAML: " + firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      faults.add(new Fault(name, "", "cannot be read; check that it exists and may be read"));
    }
    return Optional.empty();
  }

  <T> Optional<T> bind(DistrictFile file, Class<T> type) {
    try {
      return Optional.of(yaml.treeToValue(file.tree(), type));
    } catch (JsonProcessingException e) {
      faults.add(new Fault(file.name(), Paths.of(e), firstLine(e.getOriginalMessage())));
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
