package org.censusflow.sample;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Accounts to try a district with.
 *
 * @param district whose staff they are
 * @param password the published password of them all
 */
record SampleStaff(String district, String password, List<Account> accounts) {

  private static final String FILES = "classpath*:sample/staff/*.yaml";

  SampleStaff {
    accounts = List.copyOf(accounts);
  }

  /**
   * One sample account.
   *
   * @param id login
   * @param name display name; says that it is a sample
   * @param groups keys of the district's groups it belongs to
   */
  record Account(String id, String name, List<String> groups) {

    Account {
      groups = List.copyOf(groups);
    }
  }

  /** The staff of every district that has a sample. */
  static List<SampleStaff> all() {
    YAMLMapper yaml = new YAMLMapper();
    List<SampleStaff> all = new ArrayList<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream in = file.getInputStream()) {
          all.add(yaml.readValue(in, SampleStaff.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
