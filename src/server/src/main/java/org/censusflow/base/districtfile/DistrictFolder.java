package org.censusflow.base.districtfile;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.district.Districts;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The folder of the districts' files: what is in it, and what is wrong with it. */
public final class DistrictFolder {

  private DistrictFolder() {}

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
}
