import io.github.chalicemaven.it.InvokedProject

['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.golden(basedir, 'v3-github', name).bytes
}

def log = InvokedProject.logs(basedir)[0]
assert log.indexOf('[INFO] Next: ') < log.indexOf('[INFO] After the deployment')
assert log.contains('[INFO] After the deployment, complete the connection to github'
    + ' once: in the AWS console, under Developer Tools, Settings, Connections, open the connection in the'
    + ' stack\'s output SourceConnection and choose "Update pending connection".')
return true
