title = Un titre
count = { $count ->
    [one] Une page
   *[other] { $count } pages
}
