package org.censusflow.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads the program's own classes, and none of its libraries, out of the packed jar. */
final class ProgramClasses extends ClassLoader {

  private static final String CLASSES = "BOOT-INF/classes/";

  static {
    registerAsParallelCapable();
  }

  private final Path file;
  private final JarFile jar;

  ProgramClasses(Path file) throws IOException {
    super(Launcher.class.getClassLoader());
    this.file = file;
    jar = new JarFile(file.toFile(), false);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ZipEntry entry = jar.getEntry(CLASSES + name.replace('.', '/').concat(".class"));
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Out of the jar that is open already; by way of a URL it would be opened once more. */
  @Override
  public InputStream getResourceAsStream(String name) {
    ZipEntry entry = jar.getEntry(CLASSES + name);
    try {
      return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected URL findResource(String name) {
    try {
      return jar.getEntry(CLASSES + name) == null
          ? null
          : new URL("jar:" + file.toUri() + "!/" + CLASSES + name);
    } catch (MalformedURLException e) {
      return null;
    }
  }
}
