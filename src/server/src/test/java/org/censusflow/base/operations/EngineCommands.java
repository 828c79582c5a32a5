package org.censusflow.base.operations;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The classes of the engine that list or change something on somebody's behalf. */
final class EngineCommands {

  private static final String CLASSES = "classpath*:org/camunda/bpm/engine/impl/**/*.class";

  private EngineCommands() {}

  /** Simple names, those of nested classes too. */
  static Set<String> names() throws IOException {
    return Stream.of(new PathMatchingResourcePatternResolver().getResources(CLASSES))
        .map(Resource::getFilename)
        .map(file -> file.substring(file.lastIndexOf('$') + 1).replace(".class", ""))
        .collect(Collectors.toSet());
  }
}
