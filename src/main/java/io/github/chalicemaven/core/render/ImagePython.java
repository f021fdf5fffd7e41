package io.github.chalicemaven.core.render;

import io.github.chalicemaven.core.buildspec.Shell;

/** The Python of an image that is not CodeBuild's own, which has one and no choice. */
public final class ImagePython {

  private ImagePython() {}

  /** A command that fails where the image has another Python than this one. */
  public static String checkCommand(String version) {
    return "python3 -c "
        + Shell.word(
            "import sys; v = \"%d.%d\" % sys.version_info[:2]; sys.exit(None if v == \""
                + version
                + "\" else \"The image has Python \" + v + \", not "
                + version
                + ".\")");
  }
}
