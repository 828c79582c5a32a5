package org.censusflow.gateway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the gateway's YAML and says everything that is wrong with it at once. */
public final class GatewayConfigReader {

  private static final Set<String> TOP =
      Set.of("server", "district", "unit", "account", "directory", "supplies");
  private static final Set<String> SUPPLY =
      Set.of("csv", "xlsx", "jdbc", "as-of", "columns", "codes", "constants");

  private final List<String> faults = new ArrayList<>();
  private final Path folder;
  private final Map<String, String> environment;

  private GatewayConfigReader(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * @param environment where passwords may stand
   * @throws GatewayRefused with a line for each fault
   */
  public static GatewayConfig read(Path file, Map<String, String> environment) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new GatewayRefused(
          "CF-E650 "
              + file.getFileName()
              + " 不是有效的 YAML（第 "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + " 行）。");
    } catch (IOException e) {
      throw new GatewayRefused("CF-E650 无法读取配置文件 " + file.getFileName() + "。", e);
    }
    Path parent = file.toAbsolutePath().getParent();
    GatewayConfigReader reader = new GatewayConfigReader(parent, environment);
    GatewayConfig config = reader.config(root);
    if (!reader.faults.isEmpty()) {
      throw new GatewayRefused(
          "CF-E651 配置文件 " + file.getFileName() + " 有误：\n  " + String.join("\n  ", reader.faults));
    }
    return config;
  }

  private GatewayConfig config(JsonNode root) {
    onlyKnown(root, TOP, "");
    JsonNode account = root.path("account");
    Map<String, SupplyConfig> supplies = new LinkedHashMap<>();
    root.path("supplies").properties().forEach(it -> supply(it.getKey(), it.getValue(), supplies));
    if (supplies.isEmpty() && root.path("supplies").isEmpty()) {
      faults.add("supplies：至少写一种资料");
    }
    String directory = root.path("directory").asText("gateway");
    return new GatewayConfig(
        server(root),
        text(root, "district", ""),
        text(root, "unit", ""),
        text(account, "user", "account."),
        secret(account, "account."),
        folder.resolve(directory),
        supplies);
  }

  private URI server(JsonNode root) {
    String text = text(root, "server", "");
    try {
      URI server = URI.create(text.replaceAll("/+$", ""));
      if (!text.isEmpty() && (server.getScheme() == null || server.getHost() == null)) {
        faults.add("server：应为完整地址，如 https://census.example.gov.cn");
      }
      return server;
    } catch (IllegalArgumentException e) {
      faults.add("server：不是有效的地址");
      return null;
    }
  }

  private void supply(String id, JsonNode node, Map<String, SupplyConfig> supplies) {
    String at = "supplies." + id + ".";
    onlyKnown(node, SUPPLY, at);
    SourceConfig source = source(node, at);
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    node.path("codes").properties().forEach(it -> codes.put(it.getKey(), texts(it.getValue())));
    supplies.put(
        id,
        new SupplyConfig(
            source,
            date(node, at),
            texts(node.path("columns")),
            codes,
            texts(node.path("constants"))));
  }

  private SourceConfig source(JsonNode node, String at) {
    long kinds = List.of("csv", "xlsx", "jdbc").stream().filter(node::has).count();
    if (kinds != 1) {
      faults.add(at.substring(0, at.length() - 1) + "：csv、xlsx、jdbc 应写且只写一项");
      return null;
    }
    if (node.has("csv")) {
      JsonNode csv = node.path("csv");
      String separator = csv.path("separator").asText("\0");
      if (separator.length() != 1) {
        faults.add(at + "csv.separator：应为一个字符");
        separator = "\0";
      }
      Path file = file(csv, at + "csv.");
      return new SourceConfig.Csv(file, charset(csv, at), separator.charAt(0));
    }
    if (node.has("xlsx")) {
      return new SourceConfig.Xlsx(file(node.path("xlsx"), at + "xlsx."));
    }
    JsonNode jdbc = node.path("jdbc");
    Path driver = jdbc.has("driver") ? folder.resolve(jdbc.path("driver").asText()) : null;
    if (driver != null && !Files.isReadable(driver)) {
      faults.add(at + "jdbc.driver：找不到驱动文件 " + driver.getFileName());
    }
    String user = jdbc.path("user").asText("");
    String password = user.isEmpty() ? "" : secret(jdbc, at + "jdbc.");
    String url = text(jdbc, "url", at + "jdbc.");
    return new SourceConfig.Jdbc(url, user, password, text(jdbc, "query", at + "jdbc."), driver);
  }

  private Path file(JsonNode node, String at) {
    String name = text(node, "file", at);
    return folder.resolve(name);
  }

  private Charset charset(JsonNode csv, String at) {
    String name = csv.path("encoding").asText("");
    try {
      return name.isEmpty() ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      faults.add(at + "csv.encoding：不认识的编码，可写 UTF-8 或 GB18030，或不写由程序判断");
      return null;
    }
  }

  private LocalDate date(JsonNode node, String at) {
    String text = node.path("as-of").asText("");
    if (text.isEmpty()) {
      faults.add(at + "as-of：请写资料截止日期（如 2020-11-01），或写 today");
      return null;
    }
    try {
      return text.equals("today") ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(at + "as-of：应为 2020-11-01 的形式，或写 today");
      return null;
    }
  }

  /** A password stands in a file or in an environment variable that the YAML names. */
  private String secret(JsonNode node, String at) {
    String file = node.path("password-file").asText("");
    String variable = node.path("password-env").asText("");
    if (file.isEmpty() == variable.isEmpty()) {
      faults.add(at + "password-file 或 password-env：应写其中一项；口令不写在本文件里");
      return "";
    }
    if (!variable.isEmpty()) {
      String value = environment.getOrDefault(variable, "");
      if (value.isEmpty()) {
        faults.add(at + "password-env：环境变量 " + variable + " 没有值");
      }
      return value;
    }
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (IOException e) {
      faults.add(at + "password-file：无法读取口令文件 " + file);
      return "";
    }
  }

  private String text(JsonNode node, String key, String at) {
    String text = node.path(key).asText("").strip();
    if (text.isEmpty()) {
      faults.add(at + key + "：不能为空");
    }
    return text;
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }

  private void onlyKnown(JsonNode node, Set<String> known, String at) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                faults.add(at + name + "：不认识的项目");
              }
            });
  }
}
