import io.github.chalicemaven.it.InvokedProject
import java.nio.file.Files

InvokedProject.sampleApp(basedir)
def target = new File(basedir, 'target')
target.mkdir()
['pipeline.json', 'buildspec.yml'].each { name ->
  def file = new File(target, name)
  Files.copy(InvokedProject.expected(basedir, name).toPath(), file.toPath())
  assert file.setLastModified(1_000_000_000_000L)
}
return true
