package org.censusflow.base.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and forms of this program, by the name under which they are deployed. */
@Component
public class ModelFiles {

  private static final String[] PATTERNS = {
    "classpath*:processes/**/*.bpmn",
    "classpath*:processes/**/*.dmn",
    "classpath*:forms/**/*.form",
    "classpath*:forms/**/*.html"
  };

  private final SortedMap<String, byte[]> contents = new TreeMap<>();

  ModelFiles() {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : PATTERNS) {
        for (Resource resource : resolver.getResources(pattern)) {
          try (InputStream in = resource.getInputStream()) {
            contents.put(name(resource), in.readAllBytes());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("CF-E120 The models cannot be read from the class path", e);
    }
  }

  /**
   * Name such as {@code forms/cross-checking/Task_Sign.form}, content as it stands on the class
   * path.
   */
  SortedMap<String, byte[]> all() {
    return contents;
  }

  public SortedMap<String, byte[]> endingWith(String suffix) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    contents.forEach(
        (name, content) -> {
          if (name.endsWith(suffix)) {
            found.put(name, content);
          }
        });
    return found;
  }

  public static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A jar's URL and an exploded folder's end alike from the top folder on. */
  private static String name(Resource resource) throws IOException {
    String url = java.net.URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
    int at = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
    return url.substring(at + 1);
  }
}
