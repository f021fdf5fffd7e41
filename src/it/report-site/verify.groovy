import io.github.chalicemaven.it.InvokedProject

[orders: '3.13', invoices: '3.13', mailing: '3.12'].each { app, python ->
  def page = new File(basedir, "$app/target/site/pipeline-report.html").getText('UTF-8')
  assert page.contains("<h1>Pipeline of $app</h1>")
  // Within the site's skin, by the configuration of the build.
  assert page.contains('id="bodyColumn"')
  assert page.contains("<title>Pipeline of $app")
  assert page.contains('acme/shop')
  assert page.contains("Python $python")
  assert page.count('<svg ') == 2
  assert InvokedProject.files(new File(basedir, "$app/target")).containsAll(['pipeline.md', 'pipeline.svg'])
}
assert !new File(basedir, 'target/site/pipeline-report.html').exists()
assert !new File(basedir, 'common/target/site/pipeline-report.html').exists()
return true
