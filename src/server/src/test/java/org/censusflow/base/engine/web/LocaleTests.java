package org.censusflow.base.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our Chinese texts against the English ones that ship with the web applications, so that an
 * update of the engine cannot silently leave words untranslated.
 */
class LocaleTests {

  private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}|%[sd]");
  private static final Pattern LINK = Pattern.compile("href=\"[^\"]*\"");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** What has no Chinese word: operators, formats, names and the ending of a plural. */
  private static final Pattern UNIVERSAL =
      Pattern.compile("[<>=]+|YYYY-MM-DDTHH:mm:ss|CSV|JSON|L|LT|Optimize|Camunda|s");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyTextOfTheApplicationIsTranslatedAndNoneIsLeftOver(String application)
      throws IOException {
    assertThat(texts(application, "zh").keySet()).isEqualTo(texts(application, "en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void aTranslationKeepsThePlaceholdersAndLinksOfItsText(String application) throws IOException {
    Map<String, String> chinese = texts(application, "zh");
    texts(application, "en")
        .forEach(
            (key, english) -> {
              assertThat(placeholders(chinese.get(key)))
                  .as(key)
                  .containsExactlyInAnyOrderElementsOf(placeholders(english));
              assertThat(found(LINK, chinese.get(key)))
                  .as(key)
                  .containsExactlyElementsOf(found(LINK, english));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void aTranslationIsWrittenInChinese(String application) throws IOException {
    Map<String, String> chinese = texts(application, "zh");
    List<String> foreign = new ArrayList<>();
    texts(application, "en")
        .forEach(
            (key, english) -> {
              if (!english.isBlank()
                  && !UNIVERSAL.matcher(english.strip()).matches()
                  && !CHINESE.matcher(chinese.get(key)).find()
                  && !dateFormat(key)) {
                foreign.add(key + " = " + chinese.get(key));
              }
            });
    assertThat(foreign).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void theApplicationOffersChineseOnlySoThatTheBrowserDoesNotDecide(String application)
      throws IOException {
    String configuration = read(resource(application, "/scripts/config.js"));

    assertThat(configuration).contains("availableLocales: ['zh']").contains("fallbackLocale: 'zh'");
  }

  /** Formats of dates and times carry no words of their own. */
  private static boolean dateFormat(String key) {
    return key.startsWith("dateLocales.longDateFormat")
        || key.startsWith("dateLocales.calendar")
        || key.startsWith("dateLocales.week.");
  }

  private static List<String> placeholders(String text) {
    return found(PLACEHOLDER, text).stream().map(found -> found.replace(" ", "")).toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Map<String, String> texts(String application, String language) throws IOException {
    String json = read(resource(application, "/locales/" + language + ".json"));
    Map<String, String> texts = new TreeMap<>();
    // The shipped files start with a byte order mark.
    collect("", new ObjectMapper().readTree(json.replace("\uFEFF", "")), texts);
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static void collect(String key, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      key.isEmpty() ? field.getKey() : key + "." + field.getKey(),
                      field.getValue(),
                      texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(key + "." + i, node.get(i), texts);
      }
    } else {
      texts.put(key, node.asText());
    }
  }

  private static String resource(String application, String name) {
    return APPLICATIONS + application + name;
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = LocaleTests.class.getClassLoader().getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
