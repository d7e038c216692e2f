/** Names to draw from: a few hundred given and family names, by culture. */

export interface Culture {
  readonly given: readonly string[]
  readonly family: readonly string[]
}

function culture(given: string, family: string): Culture {
  return { given: given.split(' '), family: family.split(' ') }
}

export const CULTURES: readonly Culture[] = [
  culture(
    'James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Grace Alan Ada Margaret Oliver Charlotte',
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Jackson Thompson White Harris Clark Lewis Robinson Walker Young Hall Allen Wright O'Brien Hopper Lovelace",
  ),
  culture(
    'Lukas Anna Leon Marie Finn Sophie Jonas Lena Paul Hannah Felix Clara Maximilian Johanna Jürgen Käthe Björn Ursula Günther Annegret Matthias Heike Stefan Petra',
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Weiß',
  ),
  culture(
    'Jean Marie Pierre Camille Louis Chloé Hugo Léa Lucas Manon Jules Inès Arthur Zoé Gabriel Élodie Raphaël Hélène Étienne Amélie Théo Noémie Benoît Solène',
    'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert',
  ),
  culture(
    'José María Antonio Carmen Manuel Lucía Francisco Isabel Javier Paula Carlos Sofía Miguel Elena Alejandro Marta Diego Andrea Andrés Beatriz Joaquín Inés Rafael Pilar',
    'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Serrano',
  ),
  culture(
    'João Maria António Ana Pedro Beatriz Tiago Mariana Rui Inês Gonçalo Catarina Luís Joana Nuno Sofia Thiago Letícia Felipe Larissa Caio Fernanda Bruno Camila',
    'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Araújo Barbosa',
  ),
  culture(
    'Marco Giulia Alessandro Chiara Francesco Sara Lorenzo Martina Matteo Francesca Luca Elisa Davide Valentina Simone Federica Nicolò Alessia Giuseppe Paola Riccardo Silvia Stefano Laura',
    'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara',
  ),
  culture(
    'Lars Ingrid Erik Astrid Nils Freja Magnus Sigrid Anders Maja Søren Karin Jørgen Linnéa Håkon Elsa Bjørn Solveig Mikkel Signe Åsa Øyvind Tove Rasmus',
    'Hansen Johansson Andersson Nielsen Jensen Olsen Larsen Karlsson Nilsson Eriksson Pedersen Lindberg Sørensen Rasmussen Bergström Lund Holm Sandberg Åberg Østergaard Dahl Berg Haugen Lindqvist Nyström Bakke',
  ),
  culture(
    'Jakub Zofia Jan Hanna Paweł Katarzyna Piotr Agnieszka Tomasz Małgorzata Krzysztof Joanna Łukasz Ewa Marek Magdalena Wojciech Aleksandra Michał Karolina Grzegorz Justyna Stanisław Bożena',
    'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Majewski',
  ),
  culture(
    'Ivan Olga Dmitri Natalia Sergei Elena Alexei Irina Mikhail Tatiana Andrei Svetlana Nikolai Ekaterina Pavel Yulia Oleksandr Oksana Taras Daria Bohdan Kateryna Yaroslav Vira',
    'Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Novikov Morozov Volkov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk Boyko Lysenko Marchenko Rudenko Savchenko Moroz Pavlenko Hrytsenko',
  ),
  culture(
    'Wei Fang Ming Li Jun Xiu Hao Mei Lei Yan Qiang Ying Chao Jing Bo Lan Peng Hui Tao Xia Kai Qing Rui Yu',
    'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Feng',
  ),
  culture(
    'Hiroshi Yuki Takashi Sakura Kenji Aiko Haruto Yui Daiki Hana Satoshi Naoko Ren Akiko Kaito Emi Minjun Seoyeon Jihoon Jiwoo Hyun Soyeon Dongwook Eunji',
    'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin',
  ),
  culture(
    'Arjun Priya Rahul Ananya Vikram Deepa Sanjay Kavita Amit Neha Rohan Pooja Suresh Lakshmi Karthik Divya Aditya Meera Imran Fatima Ravi Shreya Nikhil Asha',
    'Sharma Patel Singh Kumar Gupta Reddy Iyer Nair Rao Mehta Joshi Desai Verma Mishra Chatterjee Banerjee Mukherjee Das Khan Ahmed Menon Pillai Kapoor Malhotra Bose Kulkarni',
  ),
  culture(
    'Mohammed Aisha Ahmed Layla Omar Noor Yusuf Mariam Ali Zahra Hassan Salma Karim Yasmin Ibrahim Leila Mehmet Ayşe Mustafa Zeynep Emre Elif Cem Çiğdem',
    'Hassan Ali Hussein Mahmoud Khalil Saleh Haddad Mansour Nasser Farouk Aziz Rahman Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Koç Polat',
  ),
  culture(
    'Chinedu Ngozi Kwame Ama Oluwaseun Adaeze Kofi Abena Tunde Folake Emeka Chioma Sipho Thandiwe Tendai Rudo Juma Wanjiru Kamau Achieng Abebe Selam Mamadou Awa',
    'Okafor Adeyemi Mensah Owusu Nwosu Balogun Eze Boateng Asante Okonkwo Dlamini Nkosi Mokoena Moyo Ncube Mwangi Otieno Kimani Odhiambo Tadesse Bekele Diallo Traoré Ndiaye Sow Kone',
  ),
]
