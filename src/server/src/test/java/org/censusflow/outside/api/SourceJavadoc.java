package org.censusflow.outside.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springdoc.core.providers.JavadocProvider;

/** What the comments in the program's source say, for the description of its interface. */
class SourceJavadoc implements JavadocProvider {

  private static final Path SOURCES = Path.of("src/server/src/main/java");

  /** A comment without its markup. */
  private record Comment(
      String text, Map<String, String> params, Map<String, String> failures, String result) {

    private static final Comment NONE = new Comment("", Map.of(), Map.of(), "");
  }

  /**
   * By name of the package or binary name of the class, for methods with {@code #name/parameters}
   * behind.
   */
  private final Map<String, Comment> comments = new HashMap<>();

  SourceJavadoc() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(trees).scan(unit, unit.getPackageName() + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Walks through a file; its argument is the name of what stands around, with a separator. */
  private final class Reader extends TreePathScanner<Void, String> {

    private final DocTrees trees;

    private Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitPackage(PackageTree declaration, String around) {
      keep(declaration.getPackageName().toString());
      return null;
    }

    @Override
    public Void visitClass(ClassTree type, String around) {
      String name = around + type.getSimpleName();
      keep(name);
      return super.visitClass(type, name + "$");
    }

    @Override
    public Void visitMethod(MethodTree method, String around) {
      String type = around.substring(0, around.length() - 1);
      keep(type + "#" + method.getName() + "/" + method.getParameters().size());
      return super.visitMethod(method, around);
    }

    private void keep(String name) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        return;
      }
      Map<String, String> params = new LinkedHashMap<>();
      Map<String, String> failures = new LinkedHashMap<>();
      String result = "";
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param) {
          params.put(param.getName().toString(), plain(param.getDescription()));
        } else if (tag instanceof ThrowsTree failure) {
          failures.put(failure.getExceptionName().toString(), plain(failure.getDescription()));
        } else if (tag instanceof ReturnTree returned) {
          result = plain(returned.getDescription());
        }
      }
      comments.put(name, new Comment(plain(comment.getFullBody()), params, failures, result));
    }
  }

  /** Code as in Markdown, a link as its name, all in one line. */
  private static String plain(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SourceJavadoc::plain)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .trim();
  }

  private static String plain(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    } else if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody() + "`";
    } else if (part instanceof LinkTree link) {
      return "`" + link.getReference().getSignature().replaceFirst("^[\\w.]*#", "") + "`";
    }
    return " ";
  }

  /** What a package is for. */
  String ofPackage(String name) {
    return getFirstSentence(comments.getOrDefault(name, Comment.NONE).text());
  }

  private Comment of(Class<?> type) {
    return comments.getOrDefault(type.getName(), Comment.NONE);
  }

  private Comment of(Method method) {
    String name = method.getDeclaringClass().getName() + "#" + method.getName();
    return comments.getOrDefault(name + "/" + method.getParameterCount(), Comment.NONE);
  }

  @Override
  public String getClassJavadoc(Class<?> type) {
    return of(type).text();
  }

  @Override
  public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
    return of(type).params();
  }

  @Override
  public String getMethodJavadocDescription(Method method) {
    return of(method).text();
  }

  @Override
  public String getMethodJavadocReturn(Method method) {
    return of(method).result();
  }

  @Override
  public Map<String, String> getMethodJavadocThrows(Method method) {
    return of(method).failures();
  }

  @Override
  public String getParamJavadoc(Method method, String name) {
    return of(method).params().get(name);
  }

  @Override
  public String getFieldJavadoc(Field field) {
    return null;
  }

  @Override
  public String getFirstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
