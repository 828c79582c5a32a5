package org.censusflow.base.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.censusflow.base.access.Refusal;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows a module's refusal as a page to whoever opens a page; whoever takes anything gets data. */
class RefusalConverter extends AbstractHttpMessageConverter<Refusal> {

  private final RefusalPage page;

  RefusalConverter(RefusalPage page) {
    super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
    this.page = page;
  }

  /** Behind those that write data: a caller without a wish is a program. */
  @Component
  static class Last implements WebMvcConfigurer {

    private final RefusalPage page;

    Last(RefusalPage page) {
      this.page = page;
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
      converters.add(new RefusalConverter(page));
    }
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Refusal.class == type;
  }

  @Override
  protected boolean canRead(MediaType type) {
    return false;
  }

  @Override
  protected Refusal readInternal(Class<? extends Refusal> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A refusal is not sent in", input);
  }

  @Override
  protected void writeInternal(Refusal refusal, HttpOutputMessage output) throws IOException {
    int status = ((ServletServerHttpResponse) output).getServletResponse().getStatus();
    byte[] html = page.html(status, refusal.message()).getBytes(StandardCharsets.UTF_8);
    output.getBody().write(html);
  }
}
