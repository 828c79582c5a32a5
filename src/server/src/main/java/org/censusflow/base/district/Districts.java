package org.censusflow.base.district;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The districts that this program serves, as their files describe them. */
public final class Districts {

  /** Where the files are looked for unless {@code censusflow.districts} says otherwise. */
  public static final String DEFAULT_LOCATION = "classpath*:districts/*.yaml";

  private final Map<String, District> byId = new LinkedHashMap<>();

  Districts(List<District> districts) {
    districts.forEach(district -> byId.put(district.id(), district));
  }

  /**
   * Reads and checks every file at a location.
   *
   * @param location pattern of files, or a directory, e.g. {@code file:/etc/censusflow/districts/}
   * @throws DistrictFilesInvalid with all faults of all files
   */
  public static Districts load(String location) {
    return DistrictData.load(location).districts();
  }

  /**
   * Checks files without using them; those given are checked against each other as well.
   *
   * @return every fault of every file; empty when all are sound
   */
  public static List<Fault> check(List<Path> files) {
    try {
      DistrictData.of(files.stream().<Resource>map(FileSystemResource::new).toList());
      return List.of();
    } catch (DistrictFilesInvalid e) {
      return e.faults();
    }
  }

  /**
   * The YAML files of a folder beside the districts' files; one that is there takes the place of a
   * shipped one of its name.
   *
   * @param location where the districts' files are, as for {@link #load}
   * @param faults takes in which of the files cannot be read
   */
  public static Collection<DistrictFile> filesBeside(
      String location, String folder, List<Fault> faults) {
    FilePlaces places = new FilePlaces();
    DistrictFiles files = new DistrictFiles(faults);
    Map<String, DistrictFile> byName = new LinkedHashMap<>();
    for (Resource resource : places.beside(places.districtsAt(location), folder)) {
      files.readTree(resource).ifPresent(file -> byName.put(file.name(), file));
    }
    return byName.values();
  }

  public Optional<District> find(String id) {
    return Optional.ofNullable(id).map(byId::get);
  }

  /**
   * @throws IllegalArgumentException when no file describes such a district
   */
  public District require(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("No district '%s'".formatted(id)));
  }

  /** Every district, in the order of the files' names. */
  public Collection<District> all() {
    return List.copyOf(byId.values());
  }
}
