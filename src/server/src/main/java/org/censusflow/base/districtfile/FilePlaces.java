package org.censusflow.base.districtfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where district files, and the clauses and calendars beside them, are found. */
public final class FilePlaces {

  private final PathMatchingResourcePatternResolver resolver =
      new PathMatchingResourcePatternResolver();

  /**
   * @param location a pattern, or a directory when it does not end in {@code .yaml}
   */
  public List<Resource> districtsAt(String location) {
    if (location.endsWith(".yaml") || location.endsWith(".yml")) {
      return find(location);
    }
    return find(location.endsWith("/") ? location + "*.yaml" : location + "/*.yaml");
  }

  /** Shipped files of a folder first, then those in the folder of the same name beside. */
  public List<Resource> beside(List<Resource> districtFiles, String folder) {
    List<Resource> found = new ArrayList<>(find("classpath*:districts/" + folder + "/*.yaml"));
    Set<String> own = new LinkedHashSet<>();
    for (Resource file : districtFiles) {
      if (file.isFile()) {
        own.add(parent(file) + "/" + folder + "/*.yaml");
      }
    }
    own.forEach(pattern -> found.addAll(find(pattern)));
    return found;
  }

  static String name(Resource resource) {
    return resource.getFilename() == null ? resource.getDescription() : resource.getFilename();
  }

  private static String parent(Resource file) {
    try {
      return "file:" + file.getFile().getAbsoluteFile().getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Resource> find(String pattern) {
    try {
      return Arrays.stream(resolver.getResources(pattern))
          .filter(Resource::exists)
          .sorted(Comparator.comparing(FilePlaces::name))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
