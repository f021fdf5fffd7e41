import io.github.chalicemaven.it.InvokedProject

def folder = { new File(basedir, 'target/' + it) }
assert InvokedProject.files(folder('')) == []
assert InvokedProject.files(folder('now')) == ['buildspec.yml', 'pipeline.json']
assert InvokedProject.files(folder('to-come')) == ['buildspec.yml', 'pipeline.yaml']
['now/pipeline.json', 'to-come/pipeline.yaml'].each {
  def file = folder(it)
  def embedded = InvokedProject.read(file).Resources.AppPackageBuild.Properties.Source.BuildSpec
  assert embedded == new File(file.parentFile, 'buildspec.yml').text
}
return true
