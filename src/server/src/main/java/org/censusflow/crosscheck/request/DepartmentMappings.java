package org.censusflow.crosscheck.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.censusflow.base.district.Districts;
import org.censusflow.base.districtfile.DistrictFile;
import org.censusflow.base.districtfile.DistrictFilesInvalid;
import org.censusflow.base.districtfile.DistrictFolder;
import org.censusflow.base.districtfile.Fault;
import org.censusflow.files.RecordMapping;

/** The mappings of the departments that write other names and codes than the program knows. */
public final class DepartmentMappings {

  /** The folder beside the districts' files. */
  static final String FOLDER = "mappings";

  private static final ObjectMapper TREES = new ObjectMapper();

  private final Map<DepartmentMapping.Key, DepartmentMapping> byKey;

  /**
   * Checks the mappings beside sound district files that belong to the districts of these files.
   *
   * @return every fault of every mapping; empty when all are sound
   */
  public static List<Fault> check(List<Path> districtFiles) {
    List<Fault> faults = new ArrayList<>();
    for (Path file : districtFiles) {
      String location = file.toAbsolutePath().toUri().toString();
      Districts districts = DistrictFolder.load(location);
      read(
          location,
          districts,
          mapping -> districts.find(mapping.tree().path("district").asText()).isPresent(),
          faults);
    }
    return faults;
  }

  private DepartmentMappings(Map<DepartmentMapping.Key, DepartmentMapping> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  /**
   * Reads and checks every mapping beside the districts' files.
   *
   * @param location where the districts' files are
   * @throws DistrictFilesInvalid with all faults of all mappings
   */
  public static DepartmentMappings load(String location, Districts districts) {
    List<Fault> faults = new ArrayList<>();
    Map<DepartmentMapping.Key, DepartmentMapping> byKey =
        read(location, districts, any -> true, faults);
    if (!faults.isEmpty()) {
      throw new DistrictFilesInvalid(faults);
    }
    return new DepartmentMappings(byKey);
  }

  private static Map<DepartmentMapping.Key, DepartmentMapping> read(
      String location, Districts districts, Predicate<DistrictFile> wanted, List<Fault> faults) {
    Map<DepartmentMapping.Key, DepartmentMapping> byKey = new HashMap<>();
    List<DistrictFile> files =
        DistrictFolder.filesBeside(location, FOLDER, faults).stream().filter(wanted).toList();
    for (DistrictFile file : files) {
      List<Fault> own = new DepartmentMappingChecks(file, districts).faults();
      faults.addAll(own);
      if (own.isEmpty()) {
        DepartmentMapping mapping = bind(file);
        if (byKey.put(mapping.key(), mapping) != null) {
          faults.add(new Fault(file.name(), "", "another file maps the same records; keep one"));
        }
      }
    }
    return byKey;
  }

  private static DepartmentMapping bind(DistrictFile file) {
    try {
      return TREES.treeToValue(file.tree(), DepartmentMapping.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The checks let " + file.name() + " pass", e);
    }
  }

  /**
   * How the columns and codes of a request's file are to be read.
   *
   * @param labels what staff call the fields
   */
  public RecordMapping of(RecordRequest request, Map<String, String> labels) {
    RecordMapping usual = RecordMapping.ofSupply(request.supply()).named(labels);
    DepartmentMapping own =
        byKey.get(new DepartmentMapping.Key(request.district(), request.unit(), request.supply()));
    return own == null ? usual : usual.as(own.columns(), own.codes());
  }
}
